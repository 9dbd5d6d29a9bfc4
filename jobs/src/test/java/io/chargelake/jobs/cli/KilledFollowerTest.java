package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.StatusCurrent;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.testing.ChildJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A follower that is killed, with SIGKILL, while polls go on arriving, and started again: its tables are those of one run over all
 * files. {@code -Dfollow.kills=20 -Dfollow.to=2025-03-03} is the full size: 20 kills in two days of polls.
 */
class KilledFollowerTest {
    private static final int KILLS = Integer.getInteger("follow.kills", 1);
    private static final String TO = System.getProperty("follow.to", "2025-03-02");
    private static final int POINTS = Integer.getInteger("follow.points", 5);
    private static final long MOST_MS = 60_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theTablesAreThoseOfOneRunOverAllPolls(TableFormat format) throws Exception {
        Map<String, byte[]> polls = PollDocuments.of(folder.resolve("world"), folder.resolve("scratch"), TO, POINTS);
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Arrivals arrivals = new Arrivals(raw, polls);
        int inBatch = 0;
        Random random = new Random(7);
        for (int kill = 1; kill <= KILLS; kill++) {
            inBatch += killed(format, arrivals, polls.size() / (KILLS + 1), random) ? 1 : 0;
        }
        arrivals.next(polls.size());
        Ingest follower = new Ingest(folder.resolve("followed"), format);
        follower.run("chargecloud", raw, "--follow", "--until-idle");
        Ingest batch = new Ingest(folder.resolve("batch"), format);
        JsonNode once = batch.run("chargecloud", raw);
        assertSame(follower.lake(), batch.lake());
        assertThat(readByFollowing()).isEqualTo(once.get("read").asLong());
        assertCurrent(follower);
        System.out.printf(
                "KilledFollowerTest: %s, %d polls, %d kills, %d of them within a batch%n",
                format, polls.size(), KILLS, inBatch);
    }

    private static void assertSame(Lake followed, Lake batch) {
        for (String table : batch.tables()) {
            assertThat(followed.stored(table).drop("run_id"))
                    .as(table)
                    .hasSameRowsAs(batch.stored(table).drop("run_id"));
            System.out.printf(
                    "KilledFollowerTest: %s, %,d rows, sum of hashes %s%n",
                    table,
                    followed.stored(table).count(),
                    followed.stored(table)
                            .drop("run_id")
                            .selectExpr("sum(cast(xxhash64(*) as decimal(38,0)))")
                            .head()
                            .get(0));
        }
        assertThat(Tables.ALL.stream().filter(followed::has).count())
                .isEqualTo(batch.tables().size() + 1L);
    }

    /** Each row in one batch's record, whatever was worked on twice. */
    private long readByFollowing() throws IOException {
        long rows = 0;
        try (Stream<Path> records = Files.list(folder.resolve("followed/_runs/ingest-status"))) {
            for (Path record : records.filter(
                            file -> file.getFileName().toString().startsWith("follow-"))
                    .toList()) {
                rows += new ObjectMapper().readTree(record.toFile()).get("read").asLong();
            }
        }
        return rows;
    }

    private static void assertCurrent(Ingest follower) {
        assertThat(Command.run("occupancy", "--lake", follower.lakePath().toString())
                        .exitCode())
                .isZero();
        Dataset<Row> lastRuns = follower.lake()
                .read(StatusRun.TABLE)
                .groupBy("device_type", "device_id")
                .agg(expr("max_by(struct(status, start_time as since, last_poll as as_of), last_poll) as last"))
                .select("device_type", "device_id", "last.*");
        assertThat(follower.lake().read(StatusCurrent.TABLE)).hasSameRowsAs(lastRuns);
    }

    /** @return whether it was at work when it was killed */
    private boolean killed(TableFormat format, Arrivals arrivals, int files, Random random)
            throws IOException, InterruptedException {
        arrivals.next(files / 2);
        Process follower = start(format, arrivals.folder);
        try {
            long begun = System.nanoTime();
            long batches = batches("offsets");
            while (batches("offsets") == batches
                    && batches == batches("commits")
                    && TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) < MOST_MS) {
                Thread.sleep(20);
                assertThat(follower.isAlive()).isTrue();
            }
            for (int i = files / 2; i < files; i++) {
                arrivals.next(1);
                Thread.sleep(random.nextInt(1 + 12_000 / files));
            }
        } finally {
            follower.destroyForcibly().waitFor();
        }
        return batches("offsets") > batches("commits");
    }

    private long batches(String log) throws IOException {
        Path streams = folder.resolve("followed/_streams/ingest-status");
        if (!Files.isDirectory(streams)) {
            return 0;
        }
        try (Stream<Path> all = Files.find(
                streams,
                4,
                (path, is) -> path.getParent().endsWith(log)
                        && path.getFileName().toString().matches("\\d+"))) {
            return all.count();
        }
    }

    private Process start(TableFormat format, Path raw) throws IOException {
        return ChildJob.start(
                folder.resolve("follower.log"),
                "ingest-status",
                "--follow",
                "--check-every",
                "1s",
                "--format",
                "chargecloud",
                "--input",
                raw.toString(),
                "--lake",
                folder.resolve("followed").toString(),
                "--table-format",
                format.toString());
    }

    /** Files that come one after the other, each at once. */
    private static final class Arrivals {
        private final Path folder;
        private final Iterator<Map.Entry<String, byte[]>> polls;

        Arrivals(Path folder, Map<String, byte[]> polls) {
            this.folder = folder;
            this.polls = polls.entrySet().iterator();
        }

        void next(int files) throws IOException {
            for (int i = 0; i < files && polls.hasNext(); i++) {
                Map.Entry<String, byte[]> poll = polls.next();
                Path file = folder.resolve(poll.getKey());
                Files.createDirectories(file.getParent());
                Path hidden = Files.write(file.resolveSibling("." + file.getFileName() + ".tmp"), poll.getValue());
                Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
