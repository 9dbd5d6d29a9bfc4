package io.chargelake.jobs.status.document;

import io.chargelake.jobs.raw.RawFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The rows of a task's files, one file in memory at a time. Master data is the same in nearly every poll, so a version is passed on
 * once a task and day, with the first and the last poll that showed it.
 */
final class DocumentTask implements FlatMapFunction<Iterator<RawFile>, Row> {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS_A_DAY = 86_400;

    private final SourceFormat format;
    private final String zone;
    private final SerializableConfiguration hadoop;

    DocumentTask(SourceFormat format, ZoneId zone, SerializableConfiguration hadoop) {
        this.format = format;
        this.zone = zone.getId();
        this.hadoop = hadoop;
    }

    @Override
    public Iterator<Row> call(Iterator<RawFile> files) {
        return new Rows(files, new DocumentReader(format.reader(), ZoneId.of(zone)));
    }

    private record Version(String dimension, String key, String attributes, long day) {}

    private final class Rows implements Iterator<Row> {
        private final Iterator<RawFile> files;
        private final DocumentReader reader;
        private final Map<Version, long[]> seen = new HashMap<>();
        private final Set<Block.Note> notes = new LinkedHashSet<>();
        private Iterator<Row> current = List.<Row>of().iterator();
        private boolean ended;

        Rows(Iterator<RawFile> files, DocumentReader reader) {
            this.files = files;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && !ended) {
                if (files.hasNext()) {
                    current = rows(files.next()).iterator();
                } else {
                    current = last().iterator();
                    ended = true;
                }
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }

        private List<Row> rows(RawFile file) {
            var rows = new ArrayList<Row>();
            String path = file.path().toString();
            try {
                for (Block block : reader.read(file.name(), bytes(file))) {
                    Instant time = Instant.ofEpochSecond(block.second());
                    block.polls().forEach(poll -> rows.add(DocumentRows.poll(poll, time, path)));
                    block.refused().forEach(r -> rows.add(DocumentRows.refused(r.code(), r.raw(), path)));
                    block.masters().forEach(master -> see(master, block.second()));
                    notes.addAll(block.notes());
                }
            } catch (Refusal refusal) {
                return List.of(DocumentRows.refused(refusal.code(), refusal.getMessage(), path));
            }
            return rows;
        }

        private void see(Block.Master master, long second) {
            var version = new Version(
                    master.dimension().name(), master.key(), master.attributes(), Math.floorDiv(second, SECONDS_A_DAY));
            long[] span = seen.computeIfAbsent(version, v -> new long[] {second, second});
            span[0] = Math.min(span[0], second);
            span[1] = Math.max(span[1], second);
        }

        private List<Row> last() {
            var rows = new ArrayList<Row>();
            seen.forEach((version, span) -> rows.add(DocumentRows.seen(
                    version.dimension(),
                    version.key(),
                    version.attributes(),
                    Instant.ofEpochSecond(span[0]),
                    Instant.ofEpochSecond(span[1]))));
            notes.forEach(note -> rows.add(DocumentRows.note(note.code(), note.detail())));
            return rows;
        }

        /** A fault of the storage: Spark tries the task again, and the job fails if it stays. */
        private byte[] bytes(RawFile file) {
            Path path = new Path(file.path());
            try (FSDataInputStream in = path.getFileSystem(hadoop.value()).open(path)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
            }
        }
    }
}
