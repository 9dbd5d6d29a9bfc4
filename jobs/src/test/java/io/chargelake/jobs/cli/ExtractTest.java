package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.JsonProtocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries of a town of 60 vehicles: zones A and B have many of them, C has five, and five clients run them. */
class ExtractTest {
    private static final String KEY = "q7Jm0mX3yq1b9m8hQ2s5v0H8n1c6T4w7Z9e2R5u8I1o=";
    private static final String CANARY = "canary-7f3a91";

    private static final String ENERGY =
            """
            id: energy
            title: Energy by zone and hour
            purpose: Load forecast
            recipient: Grid Operator
            population: town
            table: charge_session
            period: {from: 2025-03-01, to: 2025-04-01}
            dimensions: [zone, hour]
            measures: [sum(energy_kwh), mean(energy_kwh), p50(energy_kwh)]
            expires: 2030-12-31
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void key() throws IOException {
        Files.writeString(folder.resolve("key"), KEY + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void figuresAreThoseOfTheTableAndOfFewNothingIsTold(TableFormat format) throws IOException {
        town(format, 60);
        assertThat(extract(ENERGY).exitCode()).isZero();
        List<List<String>> rows = rows("energy-2025-03-01--2025-04-01", "energy-2025-03-01--2025-04-01.csv");
        assertThat(rows.get(0))
                .containsExactly("zone", "hour", "sum_energy_kwh", "mean_energy_kwh", "p50_energy_kwh", "withheld");
        assertThat(rows.subList(1, rows.size())).hasSize(6).allSatisfy(row -> {
            Row exact = lake(format)
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
        town(TableFormat.DELTA, 60);
        assertThat(extract(ENERGY + "totals: [hour]\n").exitCode()).isZero();
        var withheld = new TreeMap<String, Integer>();
        var told = new TreeMap<String, Integer>();
        for (List<String> row : rows("energy-2025-03-01--2025-04-01", "energy-2025-03-01--2025-04-01.csv")) {
            if (!row.get(0).equals("zone")) {
                (row.get(2).isEmpty() ? withheld : told).merge(row.get(1), 1, Integer::sum);
            }
        }
        assertThat(told.keySet()).containsExactly("8", "9");
        assertThat(withheld).allSatisfy((hour, cells) -> assertThat(cells).isGreaterThanOrEqualTo(2));
    }

    @Test
    void aDeliveryIsRepeatedByteForByteWhateverCameSince() throws IOException {
        town(TableFormat.DELTA, 60);
        extract(ENERGY);
        var first = files(folder.resolve("out"));
        town(TableFormat.DELTA, 300);
        Files.walk(folder.resolve("out")).filter(Files::isRegularFile).forEach(ExtractTest::delete);
        Command again = extract(ENERGY);
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("was made before: the same files again");
        assertThat(files(folder.resolve("out"))).isEqualTo(first).hasSize(3);
    }

    @Test
    void anotherRequestDoesNotSpendTheSameDelivery() {
        town(TableFormat.DELTA, 60);
        extract(ENERGY);
        Command other = extract(ENERGY.replace("Load forecast", "Something else"));
        assertThat(other.exitCode()).isEqualTo(40);
        assertThat(other.err()).contains("rule delivery_spent");
    }

    /** What came since is told where it is that of many; a cell that it changes by few is withheld. */
    @ParameterizedTest
    @CsvSource({"61, true", "70, true", "71, false"})
    void newDataIsToldIfItIsOfMany(int vehicles, boolean withheld) throws IOException {
        town(TableFormat.DELTA, 60);
        extract(ENERGY);
        town(TableFormat.DELTA, vehicles);
        Command later = extract(ENERGY, "--delivery", "later");
        assertThat(later.exitCode()).as(later.err()).isZero();
        String file = "energy-2025-03-01--2025-04-01.csv";
        List<List<String>> before = rows("energy-2025-03-01--2025-04-01", file);
        List<List<String>> now = rows("later", file);
        for (int i = 1; i < now.size(); i++) {
            if (now.get(i).get(0).equals("A")) {
                assertThat(now.get(i).get(5)).isEqualTo(Boolean.toString(withheld));
                assertThat(now.get(i)).isNotEqualTo(before.get(i));
            } else {
                assertThat(now.get(i)).isEqualTo(before.get(i));
            }
        }
    }

    /** By another name of the population, too. */
    @Test
    void aFilterThatLeavesOutFewIsRefused() {
        town(TableFormat.DELTA, 60);
        extract(ENERGY);
        Command without =
                extract(ENERGY.replace("id: energy", "id: cars").replace("population: town", "population: cars")
                        + "filters: [vehicle_type = car]\n");
        assertThat(without.exitCode()).isEqualTo(40);
        assertThat(without.err()).contains("differs_by_few");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(energy_kwh)    | count(vehicles)       | contributor_count",
                "sum(energy_kwh)    | max(energy_kwh)       | extreme_value",
                "sum(energy_kwh)    | min(power_max_kw)     | extreme_value",
                "sum(energy_kwh)    | sum(energy)           | unknown_column",
                "[zone, hour]       | [zone, vehicle_id]    | id_column",
                "[zone, hour]       | [zone, start_time]    | precise_time",
                "[zone, hour]       | [zone, text_raw]      | free_text",
                "2030-12-31         | 2025-01-01            | request_expired",
                "to: 2025-04-01     | to: 2045-04-01        | period_open",
                "table: charge_session | table: vehicle     | unknown_table",
            })
    void whatIsNotListedIsRefusedBeforeAnythingIsRead(String asked, String instead, String rule) {
        lake(TableFormat.DELTA);
        Command refused = extract(ENERGY.replace(asked, instead));
        assertThat(refused.exitCode()).isEqualTo(40);
        assertThat(refused.err().strip().lines()).hasSize(1);
        assertThat(refused.err()).contains(rule);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutAGoodKeyNothingIsDelivered() throws IOException {
        town(TableFormat.DELTA, 60);
        Command missing = extract(ENERGY, "--key", "file:" + folder.resolve("none"));
        assertThat(missing.exitCode()).isEqualTo(40);
        Files.writeString(folder.resolve("weak"), "aGVsbG8gd29ybGQ=");
        Command weak = extract(ENERGY, "--key", "file:" + folder.resolve("weak"));
        assertThat(weak.exitCode()).isEqualTo(40);
        assertThat(weak.err()).contains("too short").doesNotContain("aGVsbG8");
        Command pasted = extract(ENERGY, "--key", KEY);
        assertThat(pasted.exitCode()).isEqualTo(2);
        assertThat(pasted.err()).doesNotContain(KEY);
    }

    @Test
    void pseudonymsAreGoodForOneRecipientAndSayWhatTheyAre() throws IOException {
        town(TableFormat.DELTA, 60);
        String rows = ENERGY.replace("id: energy", "id: rows")
                        .replace("[zone, hour]", "[day]")
                        .replaceAll("measures: .*", "measures: [value(energy_kwh)]")
                + "product: pseudonymised\n";
        Command one = extract(rows);
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.err()).contains("personal data");
        extract(rows.replace("id: rows", "id: others").replace("Grid Operator", "Another"));
        String name = "-2025-03-01--2025-04-01-pseudonymised";
        var first = names(rows("rows" + name, "rows" + name + ".csv"));
        var other = names(rows("others" + name, "others" + name + ".csv"));
        assertThat(first).hasSize(120).allSatisfy(n -> assertThat(n).matches("p[0-9a-f]{32}"));
        assertThat(first).doesNotContainAnyElementsOf(other);
        assertThat(Files.readString(folder.resolve("out/rows" + name + "/rows" + name + ".manifest.json")))
                .contains("\"product\": \"pseudonymised\"");
    }

    @Test
    void aCheckReadsNothingAndADryRunSpendsNothing() {
        Command check = extract(ENERGY, "--check", "--key", "file:/none");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("Never:").contains("Grid Operator");
        town(TableFormat.DELTA, 60);
        Command dry = extract(ENERGY, "--dry-run");
        assertThat(dry.out()).contains("too_few_vehicles");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("lake/_ledger")).doesNotExist();
    }

    /** An id and the key are looked for in all that a run leaves behind. */
    @Test
    void neitherIdsNorKeyAreLeftAnywhere() throws Exception {
        town(TableFormat.DELTA, 60);
        SparkSession spark = TestSpark.session();
        var events = new StringBuilder();
        SparkListenerInterface listener = new Events(events);
        spark.sparkContext().addSparkListener(listener);
        var said = new StringBuilder();
        try {
            for (Command command : List.of(
                    extract(ENERGY),
                    extract(ENERGY.replace("sum(energy_kwh)", "max(energy_kwh)")),
                    extract(ENERGY + "filters: [vehicle_id = " + CANARY + "]\n"),
                    extract(ENERGY, "--delivery", "other", "--debug"))) {
                said.append(command.out()).append(command.err());
            }
            spark.sparkContext().listenerBus().waitUntilEmpty();
        } finally {
            spark.sparkContext().removeSparkListener(listener);
        }
        assertThat(events.toString()).contains("SparkListenerSQLExecutionStart").contains("UDF(");
        assertThat(clean(said.toString())).as("messages").isTrue();
        assertThat(clean(events.toString())).as("events and plans").isTrue();
        for (String place : List.of("out", "lake/_ledger", "lake/_runs")) {
            files(folder.resolve(place))
                    .forEach((file, bytes) -> assertThat(clean(bytes)).as(file).isTrue());
        }
    }

    private static boolean clean(String text) {
        return !text.contains(KEY) && !text.contains(CANARY);
    }

    private static final class Events extends SparkListener {
        private final StringBuilder events;

        Events(StringBuilder events) {
            this.events = events;
        }

        @Override
        public void onOtherEvent(SparkListenerEvent event) {
            events.append(JsonProtocol.sparkEventToJsonString(event));
        }

        @Override
        public void onTaskEnd(org.apache.spark.scheduler.SparkListenerTaskEnd event) {
            events.append(JsonProtocol.sparkEventToJsonString(event));
        }

        @Override
        public void onJobStart(org.apache.spark.scheduler.SparkListenerJobStart event) {
            events.append(JsonProtocol.sparkEventToJsonString(event));
        }
    }

    private static List<String> names(List<List<String>> rows) {
        return rows.stream().skip(1).map(row -> row.get(0)).toList();
    }

    private Command extract(String request, String... more) {
        try {
            Path file = Files.writeString(folder.resolve("request.yaml"), request);
            List<String> arguments = new ArrayList<>(List.of(
                    "extract",
                    "--request",
                    file.toString(),
                    "--lake",
                    folder.resolve("lake").toString(),
                    "--output",
                    folder.resolve("out").toString()));
            if (!List.of(more).contains("--key")) {
                arguments.addAll(List.of("--key", "file:" + folder.resolve("key")));
            }
            arguments.addAll(List.of(more));
            return Command.run(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> rows(String delivery, String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(delivery).resolve(file)).stream()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    private static TreeMap<String, String> files(Path in) throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> in.relativize(file).toString(), ExtractTest::text, (a, b) -> a, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lake lake(TableFormat format) {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.resolve("lake").toString()),
                Optional.of(format),
                Lakes.Access.WRITE,
                Optional.empty());
    }

    /** Vehicles beyond 60 charge in zone A. Ten of the first are vans. */
    private void town(TableFormat format, int vehicles) {
        SparkSession spark = TestSpark.session();
        Lake lake = lake(format);
        Dataset<Row> all = spark.range(vehicles)
                .selectExpr(
                        "id",
                        "if(id = 3, '" + CANARY + "', concat('ev-', id)) AS vehicle_id",
                        "concat('client-', id % 5) AS client_id",
                        "CASE WHEN id < 30 OR id >= 60 THEN 'A' WHEN id < 55 THEN 'B' ELSE 'C' END AS zone");
        lake.replace(
                Vehicle.TABLE,
                all.selectExpr(
                        "vehicle_id",
                        "client_id",
                        "'Model' AS model",
                        "if(id % 6 = 0 AND id < 60, 'van', 'car') AS vehicle_type",
                        "50.0D AS battery_kwh",
                        "'NMC' AS battery_type",
                        "CAST(null AS string) AS text_raw"));
        lake.replace(
                ChargeSession.TABLE,
                all.selectExpr("*", "explode(array(8, 9)) AS hour")
                        .selectExpr(
                                "concat(vehicle_id, '-', hour) AS session_id",
                                "vehicle_id",
                                "timestamp'2025-03-10 00:15:00' + make_interval(0, 0, 0, 0, hour) AS start_time",
                                "timestamp'2025-03-10 00:45:00' + make_interval(0, 0, 0, 0, hour) AS end_time",
                                "1800L AS duration_s",
                                "10.0D + id % 7 AS energy_kwh",
                                "20.0D AS soc_start",
                                "60.0D AS soc_end",
                                "11.0D AS power_mean_kw",
                                "22.0D AS power_max_kw",
                                "'AC' AS power_type",
                                "zone",
                                "1 AS charges",
                                "true AS complete",
                                "CAST(array() AS array<string>) AS flags"));
    }
}
