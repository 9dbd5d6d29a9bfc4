package io.chargelake.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestWordsTest {

    @Test
    void figuresOfGroupsAreSaidInPlainWords() {
        assertThat(words(Asked.usual()
                        .measures("count(records)|sum(energy_kwh)|p90(energy_kwh) rounded to 5")
                        .filters("vehicle_type in [van, truck]|distance_km >= 100")
                        .totals("day|overall")))
                .isEqualTo(
                        """
                        Energy by day and kind of vehicle (energy-by-day)
                        For:        Grid Operator, who uses it for: Planning of fast charging
                        Product:    anonymous: figures of groups in which nobody can be found again
                        Records:    charge sessions of sample-fleet from 2026-03-01 to before 2026-04-01 (UTC), with distance_km at least 100 and vehicle_type one of truck, van
                        Rows:       one for each day and vehicle_type; totals by day and overall
                        Columns:    day (day, as 2026-03-01, UTC), vehicle_type
                                    count_records: number of records (charge sessions), rounded to 10
                                    sum_energy_kwh: sum of energy_kwh (energy), rounded to 10 kWh
                                    p90_energy_kwh: nine tenths of the records are below, of energy_kwh (energy), rounded to 5 kWh
                        Never:      ids, single records, the number of vehicles, smallest and largest values, free texts, precise times and places; figures of too few vehicles are left empty
                        Until:      answered until 2030-12-31; the recipient deletes it 365 days after it is delivered
                        """);
    }

    @Test
    void personalDataIsCalledSo() {
        assertThat(words(Asked.usual().product(Product.PSEUDONYMISED).measures("value(energy_kwh)")))
                .contains("still personal data")
                .contains("a pseudonym of each of the vehicles that is good for this recipient and delivery alone")
                .contains("Rows:       one for each of the charge sessions");
    }

    @Test
    void noiseIsSaidWithItsBudget() {
        assertThat(words(Asked.usual().filters("vehicle_type = van").withNoise()))
                .contains("vehicle_type van")
                .contains("differential privacy with epsilon 1 and delta 0.000001 for vehicles");
    }

    @Test
    void withoutDimensionsThereIsOneRow() {
        assertThat(words(Asked.usual().dimensions(""))).contains("Rows:       one, over all charge sessions\n");
    }

    private static String words(Asked asked) {
        Admitted admitted = Asked.gate().admit(asked.request(), Asked.TODAY);
        return String.join("\n", new RequestWords(admitted).lines()) + "\n";
    }
}
