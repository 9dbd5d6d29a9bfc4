package io.chargelake.jobs.dashboard.store;

import io.chargelake.jobs.dashboard.published.Published;
import io.chargelake.jobs.dashboard.published.RunFiles;
import io.chargelake.jobs.lake.RunRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * All tables as they were at one moment. Whoever reads it holds it, so that nothing is dropped beneath a query.
 *
 * @param schema of the database in which its parts go by their names
 */
public final class Snapshot implements AutoCloseable {
    private final Database database;
    private final String schema;
    private final Map<Source, Published> tables;
    private final Map<Part, String> parts;
    private final Map<Source, Long> counts;
    private final List<RunRecord> runs;
    private final Map<String, RunFiles.Left> left;
    private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger readers = new AtomicInteger(1); // the store itself

    Snapshot(
            Database database,
            String schema,
            Map<Source, Published> tables,
            Map<Part, String> parts,
            Map<Source, Long> counts,
            List<RunRecord> runs) {
        this.database = database;
        this.schema = schema;
        this.tables = new EnumMap<>(tables);
        this.parts = new EnumMap<>(parts);
        this.counts = new EnumMap<>(counts);
        this.runs = List.copyOf(runs);
        this.left = RunFiles.versions(runs);
    }

    /** Whether it can still be read; who gets it closes it. */
    boolean enter() {
        return readers.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    boolean isRead() {
        return readers.get() > 0;
    }

    @Override
    public void close() {
        readers.decrementAndGet();
    }

    /** Rows of a query that names parts; times are ISO 8601 in UTC. */
    public List<Object[]> rows(String sql, Object... parameters) {
        try {
            Reader reader = idle.poll();
            Reader used = reader == null ? database.reader(schema) : reader;
            List<Object[]> rows = used.rows(sql, parameters);
            idle.add(used); // one that failed is not used again
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot answer a question of the dashboard's own", e);
        }
    }

    /** When nobody reads it any more. */
    void closeReaders() throws SQLException {
        for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }

    public Optional<Published> table(Source source) {
        return Optional.ofNullable(tables.get(source));
    }

    /** Rows of a table; 0 where there is none. */
    public long count(Source source) {
        return counts.getOrDefault(source, 0L);
    }

    Map<Source, Long> counts() {
        return counts;
    }

    Map<Source, Published> tables() {
        return tables;
    }

    Map<Part, String> parts() {
        return parts;
    }

    String schema() {
        return schema;
    }

    /** All runs, the last first. */
    public List<RunRecord> runs() {
        return runs;
    }

    /** What the last good run left of each table. */
    public Map<String, RunFiles.Left> left() {
        return left;
    }

    /** When the run ended that made what is shown of a table; empty where none says so. */
    public Optional<Instant> asOf(Source source) {
        return Optional.ofNullable(left.get(source.table().name())).map(RunFiles.Left::ended);
    }

    /** Stands for the versions of these tables: the same text, the same rows. */
    public String versions(Collection<Source> of) {
        return of.stream()
                .sorted()
                .map(source -> table(source).map(Published::version).orElse("-"))
                .collect(Collectors.joining(","));
    }
}
