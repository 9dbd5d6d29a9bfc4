package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargeSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is delivered: figures, again and anew. */
class ExtractTest {
    @TempDir
    Path folder;

    private ExtractTown town;

    @BeforeEach
    void town() {
        town = ExtractTown.in(folder);
    }

    @ParameterizedTest
    @EnumSource
    void figuresAreThoseOfTheTableAndOfFewNothingIsTold(TableFormat format) throws IOException {
        town.of(format, 60);
        assertThat(town.extract(ExtractTown.ENERGY).exitCode()).isZero();
        List<List<String>> rows = town.rows("energy-2025-03-01--2025-04-01", "energy-2025-03-01--2025-04-01.csv");
        assertThat(rows.get(0))
                .containsExactly("zone", "hour", "sum_energy_kwh", "mean_energy_kwh", "p50_energy_kwh", "withheld");
        assertThat(rows.subList(1, rows.size())).hasSize(6).allSatisfy(row -> {
            Row exact = town.lake(format)
                    .read(ChargeSession.TABLE)
                    .where("zone = '" + row.get(0) + "' AND hour(start_time) = " + row.get(1))
                    .selectExpr("sum(energy_kwh)", "avg(energy_kwh)", "percentile(energy_kwh, 0.5)")
                    .head();
            if (row.get(0).equals("C")) {
                assertThat(row.subList(2, 6)).containsExactly("", "", "", "true");
            } else {
                assertThat(Double.parseDouble(row.get(2)) % 10).isZero();
                assertThat(Math.abs(Double.parseDouble(row.get(2)) - exact.getDouble(0)))
                        .isLessThan(10);
                assertThat(Math.abs(Double.parseDouble(row.get(3)) - exact.getDouble(1)))
                        .isLessThan(0.1);
                assertThat(Math.abs(Double.parseDouble(row.get(4)) - exact.getDouble(2)))
                        .isLessThan(0.5);
            }
        });
    }

    /** Of three zones and their total, one that is withheld is what the total leaves; so another one is. */
    @Test
    void aTotalDoesNotGiveAwayWhatIsWithheld() throws IOException {
        town.of(TableFormat.DELTA, 60);
        assertThat(town.extract(ExtractTown.ENERGY + "totals: [hour]\n").exitCode())
                .isZero();
        var withheld = new TreeMap<String, Integer>();
        var told = new TreeMap<String, Integer>();
        for (List<String> row : town.rows("energy-2025-03-01--2025-04-01", "energy-2025-03-01--2025-04-01.csv")) {
            if (!row.get(0).equals("zone")) {
                (row.get(2).isEmpty() ? withheld : told).merge(row.get(1), 1, Integer::sum);
            }
        }
        assertThat(told.keySet()).containsExactly("8", "9");
        assertThat(withheld).allSatisfy((hour, cells) -> assertThat(cells).isGreaterThanOrEqualTo(2));
    }

    @Test
    void aDeliveryIsRepeatedByteForByteWhateverCameSince() throws IOException {
        town.of(TableFormat.DELTA, 60);
        town.extract(ExtractTown.ENERGY);
        var first = ExtractTown.files(folder.resolve("out"));
        town.of(TableFormat.DELTA, 300);
        Files.walk(folder.resolve("out")).filter(Files::isRegularFile).forEach(ExtractTown::delete);
        Command again = town.extract(ExtractTown.ENERGY);
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("was made before: the same files again");
        assertThat(ExtractTown.files(folder.resolve("out"))).isEqualTo(first).hasSize(3);
    }

    /** What came since is told where it is that of many; a cell that it changes by few is withheld. */
    @ParameterizedTest
    @CsvSource({"61, true", "70, true", "71, false"})
    void newDataIsToldIfItIsOfMany(int vehicles, boolean withheld) throws IOException {
        town.of(TableFormat.DELTA, 60);
        town.extract(ExtractTown.ENERGY);
        town.of(TableFormat.DELTA, vehicles);
        Command later = town.extract(ExtractTown.ENERGY, "--delivery", "later");
        assertThat(later.exitCode()).as(later.err()).isZero();
        String file = "energy-2025-03-01--2025-04-01.csv";
        List<List<String>> before = town.rows("energy-2025-03-01--2025-04-01", file);
        List<List<String>> now = town.rows("later", file);
        for (int i = 1; i < now.size(); i++) {
            if (now.get(i).get(0).equals("A")) {
                assertThat(now.get(i).get(5)).isEqualTo(Boolean.toString(withheld));
                assertThat(now.get(i)).isNotEqualTo(before.get(i));
            } else {
                assertThat(now.get(i)).isEqualTo(before.get(i));
            }
        }
    }

    @Test
    void pseudonymsAreGoodForOneRecipientAndSayWhatTheyAre() throws IOException {
        town.of(TableFormat.DELTA, 60);
        String rows = ExtractTown.ENERGY
                        .replace("id: energy", "id: rows")
                        .replace("[zone, hour]", "[day]")
                        .replaceAll("measures: .*", "measures: [value(energy_kwh)]")
                + "product: pseudonymised\n";
        Command one = town.extract(rows);
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.err()).contains("personal data");
        town.extract(rows.replace("id: rows", "id: others").replace("Grid Operator", "Another"));
        String name = "-2025-03-01--2025-04-01-pseudonymised";
        var first = names(town.rows("rows" + name, "rows" + name + ".csv"));
        var other = names(town.rows("others" + name, "others" + name + ".csv"));
        assertThat(first).hasSize(120).allSatisfy(n -> assertThat(n).matches("p[0-9a-f]{32}"));
        assertThat(first).doesNotContainAnyElementsOf(other);
        assertThat(Files.readString(folder.resolve("out/rows" + name + "/rows" + name + ".manifest.json")))
                .contains("\"product\": \"pseudonymised\"");
    }

    private static List<String> names(List<List<String>> rows) {
        return rows.stream().skip(1).map(row -> row.get(0)).toList();
    }
}
