package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.status.IngestStatus;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.StatusCurrent;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.testing.ChildJob;
import io.chargelake.jobs.testing.LakePlace;
import io.chargelake.jobs.testing.MortalLake;
import io.chargelake.jobs.testing.ObjectStore;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code ingest-status --follow}: each file once, and what is known of each device now. Kills are in {@link KilledFollowerTest}. */
class FollowTest {
    private static final long PATIENCE_S = 300;
    private static final long GAP_S = 30 * 60;

    @TempDir
    Path folder;

    /** Ends behind a fact, behind both, behind the current status, whose mark is not yet written. */
    @Test
    void anEndBehindAWriteIsHealedByTheNextCall() throws IOException {
        URI root = LakePlace.DELTA_ON_DISK.root(folder);
        Lake lake = LakePlace.DELTA_ON_DISK.open(root);
        poll("p0.csv", "connector,C1,2025-03-30T00:00:00Z,CHARGING");
        assertEnds(root, lake, 1);
        assertEnds(root, lake, 6);
        follow(root, lake);
        poll("p1.csv", "connector,C1,2025-03-30T00:10:00Z,CHARGING");
        assertEnds(root, lake, 2);
        follow(root, lake);
        assertFollowed(lake);
    }

    private void assertEnds(URI root, Lake lake, int write) {
        assertThatThrownBy(() -> follow(root, new MortalLake(write).over(lake)))
                .hasRootCauseInstanceOf(MortalLake.Killed.class);
    }

    @Test
    @ExtendWith(ObjectStore.Extension.class)
    void aLakeOnAnObjectStoreKeepsItsCheckpointThere() throws IOException {
        URI root = LakePlace.DELTA_ON_S3.root(folder);
        Lake lake = LakePlace.DELTA_ON_S3.open(root);
        for (int file = 0; file < 2; file++) {
            poll("p" + file + ".csv", "connector,C1,2025-03-30T00:%d0:00Z,CHARGING".formatted(file));
            follow(root, lake);
        }
        assertFollowed(lake);
    }

    private static void assertFollowed(Lake lake) {
        assertThat(lake.read(StatusConnectors.TABLE))
                .hasRows(
                        """
                id_status_connectors | status_connector
                C1@1743292800        | CHARGING
                C1@1743293400        | CHARGING
                """);
        assertThat(lake.read(StatusCurrent.TABLE))
                .hasRows(
                        """
                device_id | status   | since                | as_of
                C1        | CHARGING | 2025-03-30T00:00:00Z | 2025-03-30T00:10:00Z
                """);
    }

    private void follow(URI root, Lake lake) {
        IngestStatus job = new IngestStatus();
        new CommandLine(job).parseArgs("--input", folder.resolve("raw").toString(), "--follow", "--until-idle");
        job.run(new Run(
                new Run.Context(
                        "ingest-status",
                        "run",
                        Instant.parse("2025-04-01T00:00:00Z"),
                        Map.of(),
                        Days.ALL,
                        TestSpark.settings(),
                        root),
                TestSpark.session(),
                Optional.of(lake),
                System.out));
    }

    /** Late, repeated, conflicting polls, gaps, and a run of another job between: after each, the last run of each device is what the facts say. */
    @Test
    void theCurrentStatusIsTheLastRunInWhateverOrderPollsCome() throws IOException {
        List<String> polls = polls(new Random(20250330));
        Ingest ingest = new Ingest(folder.resolve("lake"), TableFormat.DELTA);
        int done = 0;
        for (int part = 0; done < polls.size(); part++) {
            int to = Math.min(polls.size(), done + 18);
            poll("part" + part + ".csv", polls.subList(done, to).toArray(String[]::new));
            done = to;
            if (part == 1) {
                ingest.run("flat", folder.resolve("raw/part1.csv"));
            }
            ingest.run("flat", folder.resolve("raw"), "--follow", "--until-idle");
            assertThat(current(ingest.lake())).as("after part %d", part).isEqualTo(lastRuns(ingest.lake()));
        }
    }

    /** First in order, then in any: two days of three devices, with holes, changes and the same again. */
    private static List<String> polls(Random random) {
        var all = new ArrayList<String>();
        Instant start = Instant.parse("2025-03-30T12:00:00Z");
        for (int slot = 0; slot < 18; slot++) {
            for (int device = 0; device < 3; device++) {
                String status = random.nextInt(4) == 0 ? "AVAILABLE" : "CHARGING";
                Instant time = start.plusSeconds(600L * slot * (device + 2));
                if (random.nextInt(6) > 0) {
                    all.add("connector,C%d,%s,%s".formatted(device, time, status));
                }
            }
        }
        Collections.shuffle(all.subList(18, all.size()), random);
        all.add(all.get(all.size() - 1));
        all.add(all.get(0).replace("CHARGING", "BLOCKED"));
        return all;
    }

    private static Map<String, String> current(Lake lake) {
        var current = new TreeMap<String, String>();
        lake.read(StatusCurrent.TABLE)
                .selectExpr("device_id", "concat_ws(' ', status, unix_seconds(since), unix_seconds(as_of))")
                .collectAsList()
                .forEach(row -> current.put(row.getString(0), row.getString(1)));
        return current;
    }

    /** The facts of each device in order, folded by hand. */
    private static Map<String, String> lastRuns(Lake lake) {
        Dataset<Row> facts = lake.read(StatusConnectors.TABLE)
                .selectExpr("id_connector", "unix_seconds(query_time) as t", "status_connector")
                .orderBy("id_connector", "t");
        var runs = new TreeMap<String, String>();
        String device = "";
        String status = "";
        long since = 0;
        long last = 0;
        for (Row row : facts.collectAsList()) {
            boolean goesOn = row.getString(0).equals(device)
                    && row.getString(2).equals(status)
                    && row.getLong(1) - last <= GAP_S;
            since = goesOn ? since : row.getLong(1);
            device = row.getString(0);
            last = row.getLong(1);
            status = row.getString(2);
            runs.put(device, status + " " + since + " " + last);
        }
        return runs;
    }

    @Test
    void aPollThatCannotBeReadKeepsNoOtherFromBeingRead() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Files.writeString(raw.resolve("20250330_000000Z_broken.json.gz"), "no gzip");
        Files.createDirectories(raw.resolve("_gaps"));
        Files.writeString(raw.resolve("_gaps/20250330_000000Z.json"), "{\"outcome\":\"gap\"}");
        Files.writeString(raw.resolve(".20250330_000000Z_half.json.gz.tmp"), "{");
        Command first = run("--input", raw.toString(), "--follow", "--until-idle", "--format", "chargecloud");
        assertThat(first.exitCode()).as(first.err()).isZero();
        Files.writeString(
                raw.resolve("20250330_001000Z.json"),
                "{\"bonn\": {\"status_code\": 1000, \"timestamp\": \"2025-03-30T00:10:00Z\", \"data\": [{\"id\": 1, \"evses\": [{\"id\": \"E\", \"status\": \"AVAILABLE\"}]}]}}");
        Command second = run("--input", raw.toString(), "--follow", "--until-idle", "--format", "chargecloud");
        assertThat(second.err()).contains("1 batches, read 1 = accepted 1 + quarantined 0 + deduplicated 0");
        Lake lake = new Ingest(folder.resolve("lake"), TableFormat.DELTA).lake();
        assertThat(lake.read(Tables.QUARANTINE_STATUS)).hasRows("reasons\nunreadable_file");
        assertThat(lake.read(StatusCurrent.TABLE)).hasRows("device_id | status\nE | AVAILABLE");
    }

    @Test
    void aLimitThatIsGivenStopsBeforeAnythingIsPublished() throws IOException {
        poll("broken.csv", "connector,,2025-03-30T00:00:00Z,CHARGING");
        Command command = run(
                "--input", folder.resolve("raw").toString(), "--follow", "--until-idle", "--max-quarantined", "0.5");
        assertThat(command.exitCode()).isEqualTo(10);
        assertThat(command.err()).contains("Cannot publish this delivery: 100.0 % of its rows would be quarantined");
    }

    @Test
    void sigtermEndsItWithItsRecord() throws Exception {
        poll("p1.csv", "connector,C1,2025-03-30T00:00:00Z,CHARGING");
        Process follower = ChildJob.start(
                folder.resolve("log"),
                "ingest-status",
                "--follow",
                "--check-every",
                "1s",
                "--input",
                folder.resolve("raw").toString(),
                "--lake",
                folder.resolve("lake").toString());
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
            while (records() == 0) {
                assertThat(follower.isAlive() && System.nanoTime() < end).isTrue();
                Thread.sleep(100);
            }
            follower.destroy();
            assertThat(follower.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        } finally {
            follower.destroyForcibly();
        }
        String log = Files.readString(folder.resolve("log"));
        assertThat(follower.exitValue()).as(log).isZero();
        assertThat(log)
                .contains("1 batches, read 1 = accepted 1 + quarantined 0 + deduplicated 0")
                .contains("ingest-status: ok in");
        assertThat(records()).isEqualTo(2);
    }

    private long records() throws IOException {
        Path records = folder.resolve("lake/_runs/ingest-status");
        if (!Files.isDirectory(records)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(records)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--until-idle                              | 2  | Cannot use --until-idle without --follow",
                "--follow --until-idle --max-files 0       | 2  | --max-files 0: 1 or more is allowed",
                "--follow --until-idle --max-gap 25h       | 2  | 1 minute to 24 hours is allowed",
                "--follow --check-every 0                  | 2  | --check-every 0: 1s or more is allowed",
            })
    void wrongOptionsAreExplained(String options, int exitCode, String words) throws IOException {
        Files.createDirectories(folder.resolve("raw"));
        var all = new ArrayList<>(List.of("--input", folder.resolve("raw").toString()));
        all.addAll(List.of(options.split(" ")));
        Command command = run(all.toArray(String[]::new));
        assertThat(command.err()).contains(words);
        assertThat(command.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aFileIsNoFolderToFollow() throws IOException {
        poll("p.csv", "connector,C1,2025-03-30T00:00:00Z,CHARGING");
        Command command = run("--input", folder.resolve("raw/p.csv").toString(), "--follow", "--until-idle");
        assertThat(command.exitCode()).isEqualTo(20);
        assertThat(command.err()).contains("it is no folder (--input; give the folder that the files come into)");
    }

    @Test
    void anEmptyFolderIsFollowedToo() {
        Command command = run("--input", folder.resolve("not there yet").toString(), "--follow", "--until-idle");
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(command.err()).contains("0 batches");
    }

    private void poll(String name, String... lines) throws IOException {
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Files.writeString(
                raw.resolve(name), "device_type,device_id,query_time,status\n" + String.join("\n", lines) + "\n");
    }

    private Command run(String... options) {
        var all = new ArrayList<>(List.of("ingest-status"));
        all.addAll(List.of(options));
        all.addAll(List.of("--lake", folder.resolve("lake").toString()));
        return Command.run(all.toArray(String[]::new));
    }
}
