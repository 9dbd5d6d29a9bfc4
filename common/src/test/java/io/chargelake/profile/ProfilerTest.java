package io.chargelake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilerTest {

    @Test
    void whatAColumnIsAndWhetherItCanBeUsed() {
        TableProfile profile = Filled.profile(
                """
                id | plug  | city  | zip   | price | empty | mixed | when
                1  | AC    | Köln  | 01067 | 1,5   |       | 1     | 13.01.2025
                2  | AC    | KÃ¶ln | 50667 | 2,5   |       | 2     | 14.01.2025
                3  | NA    | Bonn  | 53111 | 3,5   |       | 3     | 15.01.2025
                4  | DC    | K\uFFFDln | 50667 | 4,5 |   | x     | 01.02.2025
                """);
        assertThat(profile.columns().stream()
                        .map(c -> c.name() + ": " + c.readsAs() + ", "
                                + c.usability().level().words() + " "
                                + c.usability().reasons()))
                .containsExactly(
                        "id: integer, usable []",
                        "plug: text, usable after repair [25 % are missing: fill them, or leave those rows out,"
                                + " a word for nothing, such as NA or -, in 1 value: read it as null]",
                        "city: text, usable after repair [mojibake in 1 value, of which 1 can be repaired without loss,"
                                + " bytes that are no UTF-8 in 1 value: the file is in another encoding, write it as UTF-8]",
                        "zip: code, usable []",
                        "price: decimal, with comma, usable after repair [decimal comma]",
                        "empty: nothing, not usable [it has no value in any row]",
                        "mixed: number or text, not usable [two kinds in one column: number or text, 75 % of the first]",
                        "when: date, usable after repair [dates are written day first]");
        assertThat(profile.keys()).contains("id").doesNotContain("price", "zip");
    }

    @Test
    void keysDuplicatesAndNearKeys() {
        TableProfile profile = Filled.profile(
                """
                vehicle_id | start_time       | distance_km
                a          | 2025-01-01 10:00 | 1
                a          | 2025-01-02 10:00 | 1
                b          | 2025-01-01 10:00 | 1
                """);
        assertThat(profile.keys()).containsExactly("vehicle_id + start_time");
        assertThat(profile.rows().duplicates()).isZero();

        TableProfile twice = Filled.profile(
                """
                vehicle_id | start_time       | distance_km
                a          | 2025-01-01 10:00 | 1
                a          | 2025-01-02 10:00 | 1
                a          | 2025-01-02 10:00 | 1
                """);
        assertThat(twice.keys()).isEmpty();
        assertThat(twice.rows().duplicates()).isOne();
        assertThat(twice.nearKeys())
                .containsExactly("vehicle_id + start_time: 1 value comes again, in rows that are there before");

        String many = IntStream.range(0, 200)
                .mapToObj(
                        i -> (i == 7 ? "" : "v" + i % 2) + " | 2025-01-01T%02d:%02d | 1".formatted(i / 10, i % 10 / 2))
                .collect(Collectors.joining("\n", "device_id | time | distance_km\n", ""));
        assertThat(Filled.profile(many).nearKeys())
                .containsExactly("device_id + time: 0 values come again, missing in 1 row");
    }

    @Test
    void whoIsNamedIsNotShown() {
        TableProfile profile = Filled.profile(
                """
                vehicle_id | vehicle_type | who               | code              | vehicle_km
                v-secret-1 | van          | secret@mail.org   | WVWZZZ1JZXW000001 | 10
                v-secret-1 | van          | secret@mail.org   | WVWZZZ1JZXW000001 | 20
                """);
        assertThat(profile.toString()).doesNotContain("secret", "WVWZZZ");
        assertThat(Filled.column(profile, "vehicle_type").top()).containsExactly(new TopValue("van", 2));
        assertThat(Filled.column(profile, "vehicle_id").variety().isPersonal()).isTrue();
        assertThat(Filled.column(profile, "vehicle_km").variety().isPersonal()).isFalse();
    }

    @Test
    void aNameThatTheValuesContradict() {
        TableProfile profile = Profiler.of("t", drives("energy_kwh", i -> 3_200.0 + i, 0), Filled.AS_OF);
        ColumnProfile energy = Filled.column(profile, "energy_kwh");
        assertThat(energy.suspicions().unit().orElseThrow().what()).isEqualTo("Wh");
        assertThat(energy.usability().level()).isEqualTo(Usability.Level.AFTER_REPAIR);
        assertThat(energy.usability().reasons()).anyMatch(r -> r.equals("the name says kWh, the values seem to be Wh"));
        ColumnProfile soc = Filled.column(profile, "soc_start");
        assertThat(soc.suspicions().unit().orElseThrow().what()).isEqualTo("fraction");

        TableProfile right = Profiler.of("t", drives("energy_kwh", i -> 3.2 + i * 1e-3, 0), Filled.AS_OF);
        assertThat(Filled.column(right, "energy_kwh").usability().reasons()).isEmpty();
        assertThat(Filled.column(right, "energy_kwh")
                        .suspicions()
                        .unit()
                        .orElseThrow()
                        .what())
                .isEqualTo("kWh");
    }

    @Test
    void filesThatDiffer() {
        TableSketch both = drives("energy", i -> 3.2 + i * 1e-3, 0).merge(drives("energy", i -> 3_200.0 + i, 1));
        ColumnProfile energy = Filled.column(Profiler.of("t", both, Filled.AS_OF), "energy");
        assertThat(energy.suspicions().unit().orElseThrow().because()).isEqualTo("files differ: kWh in 1, Wh in 1");
        assertThat(energy.usability().reasons()).anyMatch(r -> r.contains("convert file by file"));
    }

    @Test
    void whatColumnsSayOfEachOther() {
        TableProfile profile = Filled.profile(
                """
                start_time       | end_time         | duration | latitude | longitude
                2025-01-01 10:00 | 2025-01-01 11:00 | 60       | 50.9     | 6.9
                2025-01-01 11:00 | 2025-01-01 12:00 | 60       | 50.9     | 6.9
                2025-01-01 12:00 | 2025-01-01 14:00 | 120      | 0        | 0
                2025-01-02 12:00 | 2025-01-02 11:00 | 60       | 50.9     | 6.9
                """);
        assertThat(profile.incoherences().stream().map(i -> i.code() + " " + Words.share(i.share())))
                .containsExactly("end_before_start 25 %", "duration_disagrees 25 %", "place_0_0 25 %");
        assertThat(Filled.column(profile, "duration")
                        .suspicions()
                        .unit()
                        .orElseThrow()
                        .what())
                .isEqualTo("min");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin, LIKELY",
        "Europe/London, Europe/London, LIKELY",
        "America/New_York, America/New_York, LIKELY",
        "UTC, UTC, LIKELY"
    })
    void theZoneOfLocalTimesIsToldByTheHourThatIsSkipped(String written, String found, Suspicion.Strength strength) {
        ZoneId zone = ZoneId.of(written);
        String table = everyQuarterOfAnHour()
                .map(time -> time.atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(zone)
                        .toLocalDateTime()
                        .toString())
                .collect(Collectors.joining("\n", "time\n", ""));
        Suspicion told =
                Filled.column(Filled.profile(table), "time").suspicions().zone().orElseThrow();
        assertThat(told.what()).isEqualTo(found);
        assertThat(told.strength()).isEqualTo(strength);
    }

    @Test
    void theZoneOfOffsetsIsToldByAllOfThem() {
        String table = everyQuarterOfAnHour()
                .map(time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time.atOffset(ZoneOffset.UTC).atZoneSameInstant(ZoneId.of("Europe/Berlin"))))
                .collect(Collectors.joining("\n", "time\n", ""));
        Suspicion told =
                Filled.column(Filled.profile(table), "time").suspicions().zone().orElseThrow();
        assertThat(told.what()).isEqualTo("Europe/Berlin");
        assertThat(told.strength()).isEqualTo(Suspicion.Strength.CERTAIN);
    }

    @Test
    void fewLocalTimesTellNoZone() {
        TableProfile profile = Filled.profile("time\n2025-06-01 10:00\n2025-06-02 10:00");
        assertThat(Filled.column(profile, "time")
                        .suspicions()
                        .zone()
                        .orElseThrow()
                        .isDoubtful())
                .isTrue();
    }

    @Test
    void anOffsetOfZeroThatAnotherColumnContradicts() {
        TableProfile profile =
                Filled.profile("start | start_zone\n2018/01/12 15:54:00+00 | MST\n2018/01/12 16:54:00+00 | MST");
        assertThat(Filled.column(profile, "start").usability().reasons())
                .containsExactly("times are marked as UTC, but start_zone says MST");
    }

    private static java.util.stream.Stream<LocalDateTime> everyQuarterOfAnHour() {
        LocalDateTime first = LocalDate.of(2025, 3, 1).atStartOfDay();
        return IntStream.range(0, 40 * 24 * 12).mapToObj(i -> first.plusMinutes(5L * i));
    }

    private static TableSketch drives(String energy, java.util.function.IntToDoubleFunction value, int file) {
        String[] header = {"start_time", "end_time", "distance_km", energy, "soc_start", "soc_end"};
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new String[] {
                "2025-06-01T%02d:%02d:00Z".formatted(i % 24, i),
                "2025-06-02T%02d:%02d:00Z".formatted(i % 24, i),
                "20",
                String.format(Locale.ROOT, "%.3f", value.applyAsDouble(i)),
                "0.60",
                "0.55"
            });
        }
        return Filled.of(header, rows, file);
    }
}
