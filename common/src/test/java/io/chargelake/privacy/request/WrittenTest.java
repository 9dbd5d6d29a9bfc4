package io.chargelake.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What measures, filters and totals look like in a request file. */
class WrittenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sum(energy_kwh)                  | sum(energy_kwh)
                    SUM( energy_kwh )                | sum(energy_kwh)
                    p90 (duration_s) rounded to 300  | p90(duration_s) rounded to 300
                    mean(soc) rounded to 0.5         | mean(soc) rounded to 0.5
                    count(distinct vehicle_id)       | count(distinct vehicle_id)
                    """)
    void measuresAreReadAsTheyAreSaid(String written, String read) {
        assertThat(Measure.parse(written)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "energy_kwh",
                "sum energy_kwh",
                "sum()",
                "sum( )",
                "sum(energy_kwh",
                "sum(mean(energy_kwh))",
                "sum(energy_kwh) rounded to ten",
                "sum(energy_kwh) rounded to 0",
                "sum(energy_kwh) rounded to -5",
                "sum(energy_kwh), mean(energy_kwh)",
                "1sum(energy_kwh)",
                ""
            })
    void otherTextsAreNoMeasures(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Measure.parse(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    vehicle_type in [van, truck]      | vehicle_type in [truck, van]
                    vehicle_type in [van,van]         | vehicle_type in [van]
                    vehicle_type in[ID.3 Pro, e-Golf] | vehicle_type in [ID.3 Pro, e-Golf]
                    distance_km>=100                  | distance_km >= 100
                    distance_km  <  100               | distance_km < 100
                    complete = true                   | complete = true
                    zone = Europe/Berlin              | zone = Europe/Berlin
                    vehicle_id != x                   | vehicle_id != x
                    inside = true                     | inside = true
                    """)
    void filtersAreReadWithTheirValuesInOneOrder(String written, String read) {
        assertThat(Filter.parse(written)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "distance_km",
                "distance_km >=",
                ">= 100",
                "distance_km ~ 100",
                "vehicle_type in van",
                "vehicle_type in []",
                "vehicle_type in [van,]",
                "distance_km >= 100\nvehicle_id = x",
                ""
            })
    void otherTextsAreNoFilters(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.parse(written));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000})
    void aHostileTextIsReadInNoTime(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> Measure.parse("a".repeat(length)));
        assertThatIllegalArgumentException().isThrownBy(() -> Measure.parse("sum(" + " ".repeat(length)));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.parse("a ".repeat(length)));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.parse("a in [" + "b,".repeat(length)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    overall  | overall
                    day      | day
                    day,zone | day, zone
                    """)
    void totalsNameWhatIsKept(String written, String read) {
        assertThat(Total.parse(written)).hasToString(read);
    }
}
