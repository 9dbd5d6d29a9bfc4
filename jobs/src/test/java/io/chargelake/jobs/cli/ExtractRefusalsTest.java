package io.chargelake.jobs.cli;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.testing.TestSpark;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.io.LZ4CompressionCodec;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.JsonProtocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.jdk.javaapi.CollectionConverters;

/** What is refused, and what must be left nowhere. */
class ExtractRefusalsTest {
    @TempDir
    Path folder;

    private ExtractTown town;

    @BeforeEach
    void town() {
        town = ExtractTown.in(folder);
    }

    @Test
    void anotherRequestDoesNotSpendTheSameDelivery() {
        town.of(TableFormat.DELTA, 60);
        town.extract(ExtractTown.ENERGY);
        Command other = town.extract(ExtractTown.ENERGY.replace("Load forecast", "Something else"));
        assertThat(other.exitCode()).isEqualTo(40);
        assertThat(other.err()).contains("rule delivery_spent");
    }

    /** By another name of the population, too. */
    @Test
    void aFilterThatLeavesOutFewIsRefused() {
        town.of(TableFormat.DELTA, 60);
        town.extract(ExtractTown.ENERGY);
        Command without = town.extract(
                ExtractTown.ENERGY.replace("id: energy", "id: cars").replace("population: town", "population: cars")
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
                "p50(energy_kwh)]   | share(complete), count(records)] | count_from_share",
            })
    void whatIsNotListedIsRefusedBeforeAnythingIsRead(String asked, String instead, String rule) {
        town.lake(TableFormat.DELTA);
        Command refused = town.extract(ExtractTown.ENERGY.replace(asked, instead));
        assertThat(refused.exitCode()).isEqualTo(40);
        assertThat(refused.err().strip().lines()).hasSize(1);
        assertThat(refused.err()).contains(rule);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutAGoodKeyNothingIsDelivered() throws IOException {
        town.of(TableFormat.DELTA, 60);
        Command missing = town.extract(ExtractTown.ENERGY, "--key", "file:" + folder.resolve("none"));
        assertThat(missing.exitCode()).isEqualTo(40);
        Files.writeString(folder.resolve("weak"), "aGVsbG8gd29ybGQ=");
        Command weak = town.extract(ExtractTown.ENERGY, "--key", "file:" + folder.resolve("weak"));
        assertThat(weak.exitCode()).isEqualTo(40);
        assertThat(weak.err()).contains("too short").doesNotContain("aGVsbG8");
        Command pasted = town.extract(ExtractTown.ENERGY, "--key", ExtractTown.KEY);
        assertThat(pasted.exitCode()).isEqualTo(2);
        assertThat(pasted.err()).doesNotContain(ExtractTown.KEY);
    }

    @Test
    void aCheckReadsNothingAndADryRunSpendsNothing() {
        Command check = town.extract(ExtractTown.ENERGY, "--check", "--key", "file:/none");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("Never:").contains("Grid Operator");
        town.of(TableFormat.DELTA, 60);
        Command dry = town.extract(ExtractTown.ENERGY, "--dry-run");
        assertThat(dry.out()).contains("too_few_vehicles");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("lake/_ledger")).doesNotExist();
    }

    /** An id and the key are looked for in all that a run leaves behind. */
    @Test
    void neitherIdsNorKeyAreLeftAnywhere() throws Exception {
        town.of(TableFormat.DELTA, 60);
        SparkSession spark = TestSpark.session();
        var events = new StringBuilder();
        SparkListenerInterface listener = new Events(events);
        spark.sparkContext().addSparkListener(listener);
        var said = new StringBuilder();
        try {
            for (Command command : List.of(
                    town.extract(ExtractTown.ENERGY),
                    town.extract(ExtractTown.ENERGY.replace("sum(energy_kwh)", "max(energy_kwh)")),
                    town.extract(ExtractTown.ENERGY + "filters: [vehicle_id = " + ExtractTown.CANARY + "]\n"),
                    town.extract(ExtractTown.ENERGY, "--delivery", "other", "--debug"))) {
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
            ExtractTown.files(folder.resolve(place))
                    .forEach((file, bytes) -> assertThat(clean(bytes)).as(file).isTrue());
        }
    }

    /** Also where vehicles are too many to be sent to every task, so that they are joined by a shuffle. */
    @ParameterizedTest
    @CsvSource({"DELTA, 10MB", "DELTA, -1", "ICEBERG, -1"})
    void noIdIsInTheFilesOfAShuffle(TableFormat format, String broadcastUpTo) throws IOException {
        town.of(format, 60);
        SparkSession spark = TestSpark.session();
        String usual = spark.conf().get("spark.sql.autoBroadcastJoinThreshold");
        spark.conf().set("spark.sql.autoBroadcastJoinThreshold", broadcastUpTo);
        try {
            String noisy = ExtractTown.ENERGY.replaceAll("measures: .*", "measures: [sum(energy_kwh)]")
                    + "filters: ['zone in [A, B]']\n"
                    + "differential_privacy: {epsilon: 1, delta: 0.000001, clip: 100, max_cells: 10}\n";
            for (String request : List.of(ExtractTown.ENERGY, noisy.replace("id: energy", "id: noisy"))) {
                Set<File> before = shuffleFiles();
                assertThat(town.extract(request).exitCode()).isZero();
                Set<File> written = shuffleFiles();
                written.removeAll(before);
                assertThat(written).isNotEmpty().allSatisfy(file -> assertThat(clean(shuffled(file)))
                        .as(file.getName())
                        .isTrue());
            }
        } finally {
            spark.conf().set("spark.sql.autoBroadcastJoinThreshold", usual);
        }
    }

    /** That nothing is found means something. */
    @Test
    void anIdThatIsShuffledWouldBeFound() {
        Set<File> before = shuffleFiles();
        TestSpark.session()
                .range(10)
                .selectExpr("id", "'" + ExtractTown.CANARY + "' AS vehicle_id")
                .repartition(2, col("id"))
                .foreachPartition(rows -> {});
        Set<File> written = shuffleFiles();
        written.removeAll(before);
        assertThat(written).anySatisfy(file -> assertThat(clean(shuffled(file))).isFalse());
    }

    private static Set<File> shuffleFiles() {
        return CollectionConverters.asJava(
                        SparkEnv.get().blockManager().diskBlockManager().getAllFiles())
                .stream()
                .filter(file -> file.getName().matches("shuffle_.*\\.data"))
                .collect(Collectors.toSet());
    }

    private static String shuffled(File file) {
        var codec = new LZ4CompressionCodec(SparkEnv.get().conf());
        try (InputStream in = codec.compressedInputStream(new FileInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody would know what was told, or could compare it. */
    @Test
    void aLedgerThatCantBeHeldAgainstRefusesAll() throws IOException {
        town.of(TableFormat.DELTA, 60);
        town.extract(ExtractTown.ENERGY);
        Files.writeString(folder.resolve("key2"), "Zm9ydHkgdHdvIHF1aWNrIGJyb3duIGZveGVzIGp1bXBlZCE=");
        Command other =
                town.extract(ExtractTown.ENERGY, "--delivery", "later", "--key", "file:" + folder.resolve("key2"));
        assertThat(other.exitCode()).as(other.err()).isEqualTo(40);
        assertThat(other.err()).contains("rule another_key");
        try (Stream<Path> entries = Files.list(folder.resolve("lake/_ledger"))) {
            Files.write(
                    entries.filter(file -> !file.getFileName().toString().startsWith("."))
                            .findFirst()
                            .orElseThrow(),
                    new byte[] {1, 2, 3});
        }
        Command broken = town.extract(ExtractTown.ENERGY);
        assertThat(broken.exitCode()).isEqualTo(40);
        assertThat(broken.err()).contains("unreadable_ledger");
    }

    @Test
    void aDryRunOfWhatWasDeliveredSaysSo() throws IOException {
        town.of(TableFormat.DELTA, 60);
        town.extract(ExtractTown.ENERGY);
        Files.walk(folder.resolve("out")).filter(Files::isRegularFile).forEach(ExtractTown::delete);
        Command dry = town.extract(ExtractTown.ENERGY, "--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.err()).contains("was made before");
        assertThat(ExtractTown.files(folder.resolve("out"))).isEmpty();
    }

    @Test
    void noiseIsForOneSumInListedCells() {
        town.lake(TableFormat.DELTA);
        String noise = "differential_privacy: {epsilon: 1, delta: 0.000001, clip: 100, max_cells: 10}\n";
        String sum = ExtractTown.ENERGY.replaceAll("measures: .*", "measures: [sum(energy_kwh)]");
        refused(sum + noise, "noise_without_list");
        refused(ExtractTown.ENERGY + "filters: ['zone in [A, B]']\n" + noise, "noise_for_sums_only");
        refused(
                sum.replace("kwh)]", "kwh), sum(duration_s)]") + "filters: ['zone in [A, B]']\n" + noise,
                "noise_for_one_sum");
        refused(
                sum + "filters: ['zone in [A, B]']\n" + noise.replace("epsilon: 1", "epsilon: 0.0001"),
                "epsilon_too_small");
    }

    private void refused(String request, String rule) {
        Command refused = town.extract(request);
        assertThat(refused.exitCode()).isEqualTo(40);
        assertThat(refused.err()).contains("rule " + rule);
    }

    private static boolean clean(String text) {
        return !text.contains(ExtractTown.KEY) && !text.contains(ExtractTown.CANARY);
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
}
