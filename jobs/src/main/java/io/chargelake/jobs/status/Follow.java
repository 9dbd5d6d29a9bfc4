package io.chargelake.jobs.status;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.RunMetrics;
import io.chargelake.jobs.lake.StopSignal;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.raw.RawFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;

/**
 * Files that come into a folder, in batches, each file in one batch. Which files a batch has is written to the checkpoint in the lake
 * before it is worked on, and that it is done afterwards: after any end it is worked on once more, with the same files. Since what
 * works on them gives the same tables the second time, and the batch's record the same name, nothing is there twice.
 */
final class Follow {
    /** Below the lake's root; a folder a followed folder and format. */
    private static final String CHECKPOINTS = "_streams/ingest-status/";

    /** No file is too old: Spark would leave those out that are a week older than the newest. */
    private static final String ANY_AGE = "36500d";

    private static final StructType FILES =
            StructType.fromDDL("path string, modificationTime timestamp, length bigint, content binary");
    private static final long WATCH_MS = 200;

    private final Run run;
    private final URI folder;
    private final String name;
    private final FollowOptions options;
    private final InstantSource clock = InstantSource.system();

    /** Held while a batch is worked on: an end waits for it. */
    private final ReentrantLock working = new ReentrantLock();

    private volatile boolean isEnded;
    private long batches;
    private Accounting accounting = Accounting.NONE;

    /** @param form what else tells this stream of files from another one */
    Follow(Run run, URI folder, String form, FollowOptions options) {
        this.run = run;
        this.folder = folder;
        // a folder that is there has a slash at its end, one that is not yet has none
        this.name = UUID.nameUUIDFromBytes(
                        (Storage.plain(folder).replaceFirst("/+$", "") + "\n" + form).getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        this.options = options;
    }

    /** Until asked to end, or until all files that are there are done. */
    void forEach(BiConsumer<Run, List<RawFile>> work) {
        requireFolder();
        try (StopSignal stop = StopSignal.ofProcess()) {
            StreamingQuery query = start(work);
            while (!query.awaitTermination(WATCH_MS)) {
                if (stop.isRequested()) {
                    end(query);
                }
            }
        } catch (StreamingQueryException e) {
            if (!isEnded) {
                throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        run.say(String.format(
                Locale.ROOT,
                "followed %s: %,d batches, read %,d = accepted %,d + quarantined %,d + deduplicated %,d",
                Storage.plain(folder),
                batches,
                accounting.read(),
                accounting.accepted(),
                accounting.quarantined(),
                accounting.deduplicated()));
    }

    private StreamingQuery start(BiConsumer<Run, List<RawFile>> work) throws TimeoutException {
        DataStreamWriter<Row> writer = run.spark()
                .readStream()
                .format("binaryFile")
                .schema(FILES)
                .option("recursiveFileLookup", true)
                .option("maxFileAge", ANY_AGE)
                .option("maxFilesPerTrigger", options.maxFiles())
                .load(Storage.plain(folder))
                .drop("content")
                .writeStream()
                .option(
                        "checkpointLocation",
                        Storage.plain(Storage.child(run.context().lakeRoot(), CHECKPOINTS + name)))
                .foreachBatch((Dataset<Row> files, Long batch) -> take(files, batch, work));
        return writer.trigger(
                        options.untilIdle ? Trigger.AvailableNow() : Trigger.ProcessingTime(options.checkEvery_ms()))
                .start();
    }

    private void take(Dataset<Row> files, long batch, BiConsumer<Run, List<RawFile>> work) throws InterruptedException {
        working.lockInterruptibly();
        try {
            List<RawFile> fresh =
                    files.collectAsList().stream().map(Follow::file).toList();
            if (!fresh.isEmpty()) {
                work(batch, fresh, work);
            }
        } finally {
            working.unlock();
        }
    }

    private void work(long batch, List<RawFile> files, BiConsumer<Run, List<RawFile>> work) {
        Run part = run.part(String.format(Locale.ROOT, "follow-%s-%08d", name, batch), clock.instant());
        files.forEach(file -> part.noteInput(file.path().toString(), file.version(), -1));
        RunMetrics metrics = new RunMetrics();
        run.spark().sparkContext().addSparkListener(metrics);
        SparkSession ofStream = SparkSession.active();
        SparkSession.setActiveSession(run.spark()); // the stream's own has settings of its own
        try {
            work.accept(part, files);
        } finally {
            SparkSession.setActiveSession(ofStream);
            run.spark().sparkContext().removeSparkListener(metrics);
        }
        Instant ended = clock.instant();
        part.publish(part.record("ok", ended, metrics.read()));
        batches++;
        accounting = accounting.plus(part.accounting());
        say(part, files.size(), ended);
    }

    private void say(Run part, int files, Instant ended) {
        Accounting rows = part.accounting();
        run.say(String.format(
                Locale.ROOT,
                "%s %s: %,d files, read %,d = accepted %,d + quarantined %,d + deduplicated %,d, %.1f s",
                ended,
                part.id(),
                files,
                rows.read(),
                rows.accepted(),
                rows.quarantined(),
                rows.deduplicated(),
                (ended.toEpochMilli() - part.context().started().toEpochMilli()) / 1000.0));
    }

    private void end(StreamingQuery query) throws TimeoutException {
        working.lock();
        try {
            isEnded = query.exception().isEmpty();
            query.stop();
        } finally {
            working.unlock();
        }
    }

    private static RawFile file(Row row) {
        return new RawFile(
                new Path(row.getString(0)).toUri(),
                row.getLong(2),
                row.getInstant(1).toEpochMilli());
    }

    private void requireFolder() {
        try {
            FileSystem fs = run.storage().fileSystem(folder);
            Path path = new Path(folder);
            if (fs.exists(path) ? !fs.getFileStatus(path).isDirectory() : !fs.mkdirs(path)) {
                throw UserError.input("Cannot follow " + Storage.plain(folder)
                        + ": it is no folder (--input; give the folder that the files come into)");
            }
        } catch (IOException e) {
            throw StorageErrors.explain(e, folder);
        }
    }
}
