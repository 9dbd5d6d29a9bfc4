package io.chargelake.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void theCanonicalFormNamesEverythingThatIsAsked() {
        assertThat(Asked.usual()
                        .filters("distance_km >= 100")
                        .totals("overall|day")
                        .withNoise()
                        .request()
                        .canonical())
                .isEqualTo(
                        "{\"id\":\"energy-by-day\",\"title\":\"Energy by day and kind of vehicle\",\"population\":\"sample-fleet\","
                                + "\"product\":\"anonymous\",\"recipient\":\"Grid Operator\",\"purpose\":\"Planning of fast charging\","
                                + "\"expires\":\"2030-12-31\",\"retention_days\":365,\"table\":\"charge_session\","
                                + "\"period\":\"2026-03-01--2026-04-01\",\"dimensions\":[\"day\",\"vehicle_type\"],"
                                + "\"measures\":[\"sum(energy_kwh)\"],\"filters\":[[\"distance_km\",\">=\",[\"100\"]]],"
                                + "\"totals\":[\"day\",\"overall\"],"
                                + "\"differential_privacy\":{\"epsilon\":1,\"delta\":0.000001,\"clip\":100,\"max_cells\":31}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    sum(energy_kwh) rounded to 10   ; sum(energy_kwh) rounded to 10.0 ; same
                    sum(energy_kwh)                 ; SUM( energy_kwh )               ; same
                    sum(energy_kwh) rounded to 10   ; sum(energy_kwh) rounded to 20   ; other
                    sum(energy_kwh)|count(records)  ; count(records)|sum(energy_kwh)  ; other
                    """)
    void whatAsksTheSameHasTheSameHash(String one, String another, String outcome) {
        boolean same = Asked.usual()
                .measures(one)
                .request()
                .hash()
                .equals(Asked.usual().measures(another).request().hash());
        assertThat(same ? "same" : "other").isEqualTo(outcome);
    }

    @Test
    void theOrderOfFiltersAndTheirValuesAsksNothing() {
        assertThat(Asked.usual()
                        .filters("vehicle_type in [van, truck]|complete = true")
                        .request()
                        .hash())
                .isEqualTo(Asked.usual()
                        .filters("complete = true|vehicle_type in [truck, van]")
                        .request()
                        .hash())
                .isNotEqualTo(Asked.usual().filters("complete = true").request().hash())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void personalDataIsLabelledInTheNameOfTheFile() {
        assertThat(Asked.usual().request().fileName()).isEqualTo("energy-by-day-2026-03-01--2026-04-01");
        assertThat(Asked.usual()
                        .product(Product.PSEUDONYMISED)
                        .measures("value(energy_kwh)")
                        .request()
                        .fileName())
                .isEqualTo("energy-by-day-2026-03-01--2026-04-01-pseudonymised");
    }

    @Test
    void pseudonymsHaveNeitherTotalsNorNoise() {
        Asked rows = Asked.usual().product(Product.PSEUDONYMISED).measures("value(energy_kwh)");
        assertThatIllegalArgumentException().isThrownBy(() -> rows.totals("day").request());
        assertThatIllegalArgumentException().isThrownBy(() -> rows.withNoise().request());
    }

    @Test
    void onlyPseudonymsHaveAWayBack() {
        Request plain = Asked.usual().request();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Request(
                        plain.id(),
                        plain.title(),
                        plain.population(),
                        plain.product(),
                        plain.terms(),
                        plain.question(),
                        Optional.empty(),
                        Optional.of(new Authorisation("Data protection officer", "Recall of a battery"))))
                .withMessageContaining("product anonymous has no way back");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    day|day  ; sum(energy_kwh)                                ;                                     ; ''             ; dimensions name day twice
                    day      ; ''                                             ;                                     ; ''             ; measures name no figure
                    day      ; sum(energy_kwh)|sum(energy_kwh) rounded to 20  ;                                     ; ''             ; twice
                    day      ; sum(energy_kwh)                                ; complete = true|complete = false    ; ''             ; filters name complete = twice
                    day      ; sum(energy_kwh)                                ;                                     ; day            ; total 'day' is no margin
                    day|hour ; sum(energy_kwh)                                ;                                     ; month          ; total 'month' is no margin
                    ''       ; sum(energy_kwh)                                ;                                     ; overall        ; total 'overall' is no margin
                    """)
    void questionsThatContradictThemselvesAreNone(
            String dimensions, String measures, String filters, String totals, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Asked(
                                dimensions, measures, filters == null ? "" : filters, totals, Product.ANONYMOUS, "")
                        .request())
                .withMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "nul\0", "line\u2028separator", "\ud800"})
    void textsAreLines(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms(text, "purpose", LocalDate.EPOCH, 1))
                .withMessageContaining("recipient is no line of text");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    HOUR,    2026-03-01, 2026-03-02, 24
                    DAY,     2026-03-01, 2026-04-01, 31
                    WEEKDAY, 2026-03-01, 2026-03-04, 3
                    WEEKDAY, 2026-03-01, 2026-04-01, 7
                    MONTH,   2026-03-01, 2026-04-01, 1
                    MONTH,   2026-03-31, 2026-04-02, 2
                    MONTH,   2025-12-31, 2027-01-01, 13
                    YEAR,    2026-01-01, 2027-01-01, 1
                    YEAR,    2025-12-31, 2026-01-02, 2
                    """)
    void labelsOfAPeriodAreCounted(TimeLabel label, LocalDate from, LocalDate to, long labels) {
        assertThat(label.labels(new Period(from, to))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0    | 1e-6 | 1   | 1 | epsilon
                    11   | 1e-6 | 1   | 1 | epsilon
                    NaN  | 1e-6 | 1   | 1 | epsilon
                    1    | 0    | 1   | 1 | delta
                    1    | 0.1  | 1   | 1 | delta
                    1    | 1e-6 | 0   | 1 | clip
                    1    | 1e-6 | Infinity | 1 | clip
                    1    | 1e-6 | 1   | 0 | max_cells
                    """)
    void aBudgetThatGuaranteesNothingIsNone(double epsilon, double delta, double clip, int cells, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferentialPrivacy(epsilon, delta, clip, cells))
                .withMessageContaining("differential_privacy." + key);
    }
}
