package io.chargelake.jobs.cli;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargeSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums under differential privacy. */
class ExtractNoiseTest {
    private static final String NAME = "noisy-2025-03-01--2025-04-01";
    private static final String NOISY = ExtractTown.ENERGY
                    .replace("id: energy", "id: noisy")
                    .replaceAll("measures: .*", "measures: [sum(energy_kwh)]")
            + "filters: ['zone in [A, B, D]']\ntotals: [zone, overall]\n";
    private static final String LITTLE =
            "differential_privacy: {epsilon: 1, delta: 0.000001, clip: 20, max_cells: 2}\n";

    @TempDir
    Path folder;

    private ExtractTown town;

    @BeforeEach
    void town() {
        town = ExtractTown.in(folder);
    }

    @ParameterizedTest
    @EnumSource
    void eachListedCellIsToldAsFarOffAsIsSaid(TableFormat format) throws IOException {
        town.of(format, 60);
        Command command = town.extract(NOISY + LITTLE);
        assertThat(command.exitCode()).as(command.err()).isZero();
        // rho = (sqrt(ln(10^6) + 1) - sqrt(ln(10^6)))^2, sigma = 20 sqrt(2) / sqrt(2 rho)
        assertThat(command.out())
                .contains("standard deviation of a cell", "151.3 kWh", "100.00 %", "0.017468", "0.232532");
        assertThat(Files.readString(folder.resolve("out").resolve(NAME).resolve(NAME + ".manifest.json")))
                .contains("\"epsilon\": 1", "\"standard_deviation\": 151");
        Map<String, Double> exact =
                town.lake(format).read(ChargeSession.TABLE).groupBy("zone").sum("energy_kwh").collectAsList().stream()
                        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getDouble(1)));
        List<List<String>> rows = rows(NAME);
        assertThat(rows).hasSize(3 * 24 + 3 + 1).allSatisfy(row -> {
            assertThat(row.get(3)).isEqualTo("false");
            assertThat(Double.parseDouble(row.get(2)) % 10).isZero();
            if (!row.get(0).isEmpty()) {
                boolean isCharged = List.of("8", "9", "").contains(row.get(1))
                        && !row.get(0).equals("D");
                double half = row.get(1).isEmpty() ? 1 : 0.5;
                double expected = isCharged ? half * exact.get(row.get(0)) : 0;
                double cells = row.get(1).isEmpty() ? 24 : 1;
                // one of some seventy is further off with a chance of less than a billionth
                assertThat(Double.parseDouble(row.get(2)) - expected)
                        .isBetween(-8 * 151.3 * Math.sqrt(cells), 8 * 151.3 * Math.sqrt(cells));
            }
        });
        assertThat(rows.stream().map(row -> row.get(2)).distinct().count()).isGreaterThan(20);
    }

    /** Rounded on their own, so by half a step a cell. */
    @Test
    void totalsAreTheSumsOfWhatIsTold() throws IOException {
        town.of(TableFormat.DELTA, 60);
        town.extract(NOISY + LITTLE);
        var sums = new TreeMap<String, Double>();
        var told = new TreeMap<String, Double>();
        for (List<String> row : rows(NAME)) {
            double value = Double.parseDouble(row.get(2));
            (row.get(1).isEmpty() ? told : sums).merge(row.get(0), value, Double::sum);
        }
        sums.put("", sums.values().stream().mapToDouble(x -> x).sum());
        assertThat(told.keySet()).isEqualTo(sums.keySet());
        told.forEach((zone, value) -> assertThat(value - sums.get(zone)).isBetween(-5.0 * 73, 5.0 * 73));
    }

    @Test
    void aDeliveryIsRepeatedAndAnotherOneSpendsAgainUntilNothingIsLeft() throws IOException {
        town.of(TableFormat.DELTA, 60);
        String request = NOISY + LITTLE.replace("epsilon: 1", "epsilon: 2.6");
        assertThat(town.extract(request, "--dry-run").exitCode()).isZero();
        assertThat(town.extract(request).exitCode()).isZero();
        var first = ExtractTown.files(folder.resolve("out"));
        assertThat(town.extract(request).exitCode()).isZero();
        assertThat(ExtractTown.files(folder.resolve("out"))).isEqualTo(first);
        assertThat(town.extract(request, "--delivery", "second").exitCode()).isZero();
        assertThat(rows("second", NAME)).isNotEqualTo(rows(NAME));
        Command third = town.extract(request, "--delivery", "third");
        assertThat(third.exitCode()).isEqualTo(40);
        assertThat(third.err())
                .contains("takes 0.112013", "of the lake's 0.25 there is 0.025974", "rule budget_spent")
                .doesNotContain("kWh");
        Path config = Files.writeString(folder.resolve("more.yaml"), "privacy: {noise_budget_rho: 0.5}\n");
        assertThat(town.extract(request, "--delivery", "third", "--config", config.toString())
                        .exitCode())
                .isZero();
    }

    /** One that charges a million times as much moves a cell by no more than it may. */
    @Test
    void whoGivesMuchIsBounded() throws IOException {
        town.of(TableFormat.DELTA, 60);
        var sessions = town.lake(TableFormat.DELTA).read(ChargeSession.TABLE);
        town.lake(TableFormat.DELTA)
                .replace(
                        ChargeSession.TABLE,
                        sessions.withColumn("energy_kwh", expr("if(vehicle_id = 'ev-7', double(1e7), energy_kwh)")));
        Command command = town.extract(NOISY + LITTLE);
        assertThat(command.out()).contains("0.01 %");
        assertThat(rows(NAME))
                .allSatisfy(row -> assertThat(Double.parseDouble(row.get(2))).isBetween(-15_000.0, 15_000.0));
    }

    @Test
    void anUnknownPlaceIsNoiseAlone() throws IOException {
        town.of(TableFormat.DELTA, 60);
        Command command = town.extract(NOISY.replace("[A, B, D]", "[Nowhere]") + LITTLE);
        assertThat(command.exitCode()).isZero();
        assertThat(command.out()).contains("the figures are noise alone");
        assertThat(rows(NAME)).hasSize(26);
    }

    private List<List<String>> rows(String delivery) throws IOException {
        return rows(delivery, delivery);
    }

    private List<List<String>> rows(String delivery, String file) throws IOException {
        List<List<String>> rows = town.rows(delivery, file + ".csv");
        assertThat(rows.get(0)).containsExactly("zone", "hour", "sum_energy_kwh", "withheld");
        return rows.subList(1, rows.size());
    }
}
