package io.chargelake.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WVWZZZ1KZAW000001                    | vin
                    wvwzzz1kzaw000001                    | vin
                    WVW ZZZ 1KZ AW 000001                | vin
                    Golf WVWZZZ1KZAW000001, blue         | vin
                    1HGCM82633A004352                    | vin
                    1M8GDM9AXKP042788                    | vin
                    DE*REK*E00025*001                    | evse_id
                    DE*ABC*E123                          | evse_id
                    de*abc*e123                          | evse_id
                    point DE*ABC*E1, left                | evse_id
                    FRS35E3502811                        | evse_id
                    +49*839*030*00123                    | evse_id
                    DE-8AC-C12345678-X                   | contract_id
                    DE*8AC*123456*7                      | contract_id
                    DE8ACC12345678X                      | contract_id
                    FR-XYZ-C1A2B3C4D                     | contract_id
                    anna.meier@example.org               | email
                    Anna <a@b.example>                   | email
                    żółw@przykład.pl                     | email
                    +4922134645600                       | phone
                    +49 221 34645-600                    | phone
                    0049 221 34645600                    | phone
                    0221/34645600                        | phone
                    06 12 34 56 78                       | phone
                    (020) 7946 0958                      | phone
                    (555) 123-4567                       | phone
                    call 0151 12345678 now               | phone
                    K-AB 1234                            | plate
                    M-X 1E                               | plate
                    B AB 1234                            | plate
                    W-12345 X                            | plate
                    ZH 123456                            | plate
                    AB-123-CD                            | plate
                    FX318GK                              | plate
                    1234 BCD                             | plate
                    AB12 CDE                             | plate
                    12-ABC-3                             | plate
                    1-ABC-234                            | plate
                    52.5200, 13.4050                     | coordinates
                    52,5200; 13,4050                     | coordinates
                    POINT(13.404954 52.520008)           | coordinates
                    lat 48.137 lon 11.575                | coordinates
                    52.5200 N, 13.4050 E                 | coordinates
                    -33.8688,151.2093                    | coordinates
                    52°31′12″N                           | coordinates
                    3f2504e0-4f89-11d3-9a0c-0305e82c3301 | token
                    9e107d9d372bb6826bd81d3542a419d6     | token
                    0x 9e107d9d372bb682                  | token
                    89490200001234567890                 | token
                    """)
    void whatTellsWhoOrWhereIsFound(String value, String detector) {
        assertThat(Detectors.look(List.of(value))).extracting(Finding::detector).contains(detector);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1HGCM82633A004353       | vin
                    WVWZZZ1KZAW00000        | vin
                    WVWZZZ1KZAW0000012      | vin
                    WVWZZZ1KZIW000001       | vin
                    WVWZZZ1KZAW00000A       | vin
                    12345678901234567       | vin
                    DE*ABC*F123             | evse_id
                    FRANCE2024              | evse_id
                    XXABCE12345             | evse_id
                    DE-NRW-KOELN            | contract_id
                    XX-8AC-C12345678-X      | contract_id
                    DEUTSCHLANDCARD         | contract_id
                    p@rk and ride           | email
                    @home                   | email
                    2026-03-01 10:00:00     | phone
                    01.02.2026 10:00        | phone
                    01/02/2026 10:00        | phone
                    01067 Dresden           | phone
                    0 to 100 in 3.5 s       | phone
                    VW ID 3                 | plate
                    BMW X5                  | plate
                    MG ZS 2024              | plate
                    EQS 580                 | plate
                    DE 10115                | plate
                    1000 KWH                | plate
                    52.52, 13.40            | coordinates
                    3.500 and 950.125       | coordinates
                    1.234                   | coordinates
                    1.234.067.890           | coordinates
                    1,234,067,890           | coordinates
                    DE*REK*E00025*001       | contract_id
                    21 °C                   | coordinates
                    deadbeefcafe            | token
                    123456789012345         | token
                    defaced-beefed-facade   | token
                    """)
    void whatOnlyLooksAlikeIsNot(String value, String detector) {
        assertThat(Detectors.look(List.of(value))).extracting(Finding::detector).doesNotContain(detector);
    }

    static Stream<List<String>> ordinaryWords() {
        return Stream.of(
                List.of("Berlin", "Köln", "Frankfurt (Oder)", "Frankfurt am Main", "St. Gallen", "'s-Hertogenbosch"),
                List.of("Villeneuve-d'Ascq", "Baden-Baden", "Aix-en-Provence", "Saint-Étienne", "Île-de-France", "Y"),
                List.of("Los Angeles", "New York", "Worcester, MA", "Casablanca", "الدار البيضاء", "東京", "Αθήνα"),
                List.of(
                        "ID.3 Pro",
                        "ID.4 GTX",
                        "e-Golf",
                        "Model 3 LR",
                        "Model S 100D",
                        "EQS 580",
                        "IONIQ 5",
                        "Niro EV"),
                List.of(
                        "BMW iX3",
                        "BMW X5",
                        "VW ID 3",
                        "VW ID 4",
                        "MX-30",
                        "C-HR",
                        "XC40 Recharge",
                        "208",
                        "500e",
                        "Zoe R135"),
                List.of(
                        "Kangoo E-Tech",
                        "eVito",
                        "e-tron 55 quattro",
                        "Taycan 4S",
                        "i4 eDrive40",
                        "EV6 GT",
                        "Kona 64 kWh"),
                List.of("van", "truck", "car", "bus", "four_wheeled", "two_wheeled", "light commercial vehicle (N1)"),
                List.of("NMC 811", "LFP", "NCA", "LG Chem E63B", "CATL NMC 532", "Blade LFP 60 kWh", "NMC622 64.8 kWh"),
                List.of(
                        "AC",
                        "DC",
                        "CCS2",
                        "CHAdeMO",
                        "Type 2",
                        "IEC 62196-2",
                        "11 kW",
                        "22 kW AC",
                        "150 kW DC",
                        "50-150 kW"),
                List.of("2026-03-01", "2026-03", "01.03.2026", "3/1/2026", "10:00-11:00", "Monday", "KW 12/2026"),
                List.of("50679", "01067", "SW1A", "1011 AB", "75001", "ZH 8001", "DE-50679"),
                List.of("unknown", "n/a", "other", "-", "0", "1.5", "<10", "100+", "10,000", "1 234 567"),
                List.copyOf(ZoneId.getAvailableZoneIds()),
                Arrays.stream(Locale.getISOCountries())
                        .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                        .toList(),
                Arrays.stream(Locale.getISOCountries())
                        .map(code -> new Locale("", code).getDisplayCountry(Locale.FRENCH))
                        .map(name -> name.toUpperCase(Locale.FRENCH))
                        .toList(),
                Arrays.stream(Locale.getISOLanguages())
                        .map(code -> new Locale(code).getDisplayLanguage(Locale.GERMAN))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("ordinaryWords")
    void ordinaryWordsAreNeverFound(List<String> words) {
        List<String> shared = new ArrayList<>(words);
        shared.addAll(words);
        assertThat(Detectors.look(shared)).isEmpty();
    }

    @Test
    void oneFindIsOneTooMany() {
        List<String> values = new ArrayList<>(Collections.nCopies(9_999, "van"));
        values.add("anna.meier@example.org");
        assertThat(Detectors.look(values))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.line("vehicle_type"))
                                .isEqualTo(
                                        "vehicle_type has e-mail addresses in less than 0.1 % of its records, such as AAAA.AAAAA@AAAAAAA.AAA"));
    }

    @Test
    void aModelThatIsCalledLikeAPlateIsNoneAmongOthers() {
        assertThat(Detectors.look(Map.of("E-NV 200", 4L, "Leaf", 96L))).isEmpty();
        assertThat(Detectors.look(Map.of("K-AB 1234", 5L, "Leaf", 95L)))
                .extracting(Finding::detector, Finding::share)
                .containsExactly(tuple("plate", 0.05));
    }

    @Test
    void theShareIsThatOfTheRecords() {
        assertThat(Detectors.look(Map.of("DE*REK*E00025*001", 1L, "DE*REK*E00025*002", 2L, "unknown", 9L)))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.line("position"))
                                .isEqualTo(
                                        "position has ids of charging points in 25.0 % of its records, such as AA*AAA*A99999*999"));
    }

    @Test
    void valuesThatAreHardlySharedAreFoundWhateverTheyAre() {
        List<String> names = IntStream.range(0, 101)
                .mapToObj(i -> "name " + Character.toString('a' + i % 26) + "x".repeat(i))
                .toList();
        assertThat(Detectors.look(names)).extracting(Finding::detector).containsExactly(Detectors.MANY_VALUES);
        assertThat(Detectors.look(names.subList(0, 100))).isEmpty();
        List<String> shared = new ArrayList<>(names);
        shared.addAll(names);
        assertThat(Detectors.look(shared)).isEmpty();
    }

    @Test
    void nothingIsFoundInNothing() {
        assertThat(Detectors.look(List.of())).isEmpty();
        assertThat(Detectors.look(List.of(""))).isEmpty();
    }

    @Test
    void anExampleIsNobodys() {
        assertThat(Shape.of("Zoë 1990-12-31 +49 ٣")).isEqualTo("AAA 9999-99-99 +99 9");
        assertThat(Shape.of("x".repeat(1000))).isEqualTo("A".repeat(40) + "...");
        assertThat(Shape.of("a\nb\u202E")).isEqualTo("AAAA");
    }

    @Property(tries = 1000)
    void anExampleHasNoLetterAndNoDigitOfTheValue(@ForAll String value) {
        assertThat(Shape.of(value)).matches("[A9 -~&&[^a-zB-Z0-8]]*");
    }

    /** Each the start of some shape, over and over, and then not its end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a
                    A
                    1
                    0
                    +4
                    '+49 '
                    (0
                    @
                    a@
                    a@b
                    a.
                    1.234
                    '1.234, '
                    DE*
                    DE*ABC*E
                    DEABCE1
                    DEABCC1
                    DE-8AC-
                    A-
                    1-A-
                    0a
                    0a0a0a0a-
                    52°
                    '- '
                    WVWZZZ1KZAW00000
                    '01 '
                    """)
    void hostileTextsAreReadInNoTime(String part) {
        String hostile = part.repeat(500_000 / part.length()) + "!";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Detectors.look(List.of(hostile)));
    }
}
