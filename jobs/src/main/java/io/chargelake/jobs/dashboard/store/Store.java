package io.chargelake.jobs.dashboard.store;

import io.chargelake.jobs.dashboard.published.LocalCopies;
import io.chargelake.jobs.dashboard.published.Published;
import io.chargelake.jobs.dashboard.published.Published.DataFile;
import io.chargelake.jobs.dashboard.published.PublishedTables;
import io.chargelake.jobs.dashboard.published.RunFiles;
import io.chargelake.jobs.lake.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The published tables in an embedded database, aggregated once a version into what pages ask for. A new snapshot is made beside the one
 * that is read; its parts whose sources are the same are the old ones.
 */
public final class Store implements AutoCloseable {
    private static final double MEGA = 1e6;

    private final PublishedTables published;
    private final RunFiles runs;
    private final LocalCopies copies;
    private final Path folder;
    private final Database database;
    private final Consumer<String> say;
    private final List<Snapshot> retired = new ArrayList<>();
    private volatile Snapshot current;
    private int made;

    private Store(
            PublishedTables published,
            RunFiles runs,
            LocalCopies copies,
            Path folder,
            ZoneId zone,
            Consumer<String> say)
            throws SQLException {
        this.published = published;
        this.runs = runs;
        this.copies = copies;
        this.folder = folder;
        this.database = Database.open(folder, zone);
        this.say = say;
    }

    /** Where the store gets its tables from. */
    public record Origin(PublishedTables tables, RunFiles runs, io.chargelake.jobs.lake.Storage storage) {}

    /** Reads everything once; the folder it keeps files in is its own and goes with it. */
    public static Store open(Origin origin, ZoneId zone, Consumer<String> say) {
        try {
            Path folder = Files.createTempDirectory("chargelake-dashboard-");
            LocalCopies copies = new LocalCopies(origin.storage(), folder);
            Store store = new Store(origin.tables(), origin.runs(), copies, folder, zone, say);
            store.refresh();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last snapshot, held until it is closed. */
    public Snapshot snapshot() {
        while (true) {
            Snapshot last = current;
            if (last.enter()) {
                return last;
            }
        }
    }

    /** Looks for what is new; returns whether there was anything. */
    public synchronized boolean refresh() {
        List<RunRecord> records = runs.read();
        if (current != null && records.size() == current.runs().size()) {
            return false;
        }
        Map<Source, Published> tables = tables(records);
        try {
            Snapshot next = make(tables, records);
            Snapshot last = current;
            current = next;
            if (last != null) {
                retired.add(last);
                last.close();
            }
            sweep();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the tables of the lake", e);
        }
    }

    private Map<Source, Published> tables(List<RunRecord> records) {
        Map<String, RunFiles.Left> left = RunFiles.versions(records);
        Map<Source, Published> tables = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            String name = source.table().name();
            Optional<String> version = Optional.ofNullable(left.get(name)).map(RunFiles.Left::version);
            Published known = current == null ? null : current.tables().get(source);
            if (known != null && version.isPresent() && version.get().equals(known.version())) {
                tables.put(source, known);
            } else {
                published.table(name, version).ifPresent(table -> tables.put(source, table));
            }
        }
        return tables;
    }

    private Snapshot make(Map<Source, Published> tables, List<RunRecord> records) throws SQLException {
        Making making = new Making(++made, tables);
        try {
            return making.snapshot(records);
        } catch (SQLException | RuntimeException e) {
            making.undo();
            throw e;
        } finally {
            making.closeViews();
        }
    }

    /** The making of one snapshot. */
    private final class Making {
        private final String schema;
        private final String prefix;
        private final Map<Source, Published> tables;
        private final Map<Part, String> parts = new EnumMap<>(Part.class);
        private final Map<Source, Long> counts = new EnumMap<>(Source.class);
        private final Set<Source> opened = EnumSet.noneOf(Source.class);
        private final Connection connection = database.connection();

        Making(int number, Map<Source, Published> tables) {
            this.schema = "s" + number;
            this.prefix = "main.p" + number + "_";
            this.tables = tables;
            if (current != null) {
                counts.putAll(current.counts());
            }
        }

        Snapshot snapshot(List<RunRecord> records) throws SQLException {
            Set<Source> changed = changed(tables);
            tell(changed);
            execute("CREATE SCHEMA " + schema);
            execute("SET search_path = '" + schema + ",main'");
            for (Part part : Part.values()) {
                boolean isNew = current == null || part.sources().stream().anyMatch(changed::contains);
                parts.put(part, isNew ? prefix + part.table() : current.parts().get(part));
                if (isNew) {
                    openViews(part.sources());
                    execute("CREATE TABLE " + parts.get(part) + " AS " + part.sql());
                }
                execute("CREATE VIEW " + schema + "." + part.table() + " AS SELECT * FROM " + parts.get(part));
            }
            return new Snapshot(database, schema, tables, parts, counts, records);
        }

        private void tell(Set<Source> changed) {
            List<Published> read =
                    changed.stream().map(tables::get).filter(Objects::nonNull).toList();
            if (!read.isEmpty()) {
                long bytes = read.stream().mapToLong(Published::bytes).sum();
                say.accept(String.format(Locale.ROOT, "Reading %d tables, %.1f MB", read.size(), bytes / MEGA));
            }
        }

        private void openViews(Collection<Source> sources) throws SQLException {
            for (Source source : sources) {
                if (opened.add(source)) {
                    List<Path> files =
                            Optional.ofNullable(tables.get(source)).map(Published::files).orElse(List.of()).stream()
                                    .map(copies::of)
                                    .toList();
                    counts.put(source, new SourceView(source.table(), files).create(connection));
                }
            }
        }

        /** What was made of a snapshot that could not be finished. */
        void undo() throws SQLException {
            execute("SET search_path = 'main'");
            execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            for (String part : parts.values()) {
                if (part.startsWith(prefix)) {
                    execute("DROP TABLE IF EXISTS " + part);
                }
            }
        }

        void closeViews() throws SQLException {
            for (Source source : opened) {
                new SourceView(source.table(), List.of()).drop(connection);
            }
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private Set<Source> changed(Map<Source, Published> tables) {
        return Stream.of(Source.values())
                .filter(source -> current == null
                        || !version(tables.get(source))
                                .equals(version(current.tables().get(source))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Source.class)));
    }

    private static Optional<String> version(Published table) {
        return Optional.ofNullable(table).map(Published::version);
    }

    /** Drops snapshots that nobody reads, and parts that no snapshot has. */
    private void sweep() throws SQLException {
        List<Snapshot> gone =
                retired.stream().filter(snapshot -> !snapshot.isRead()).toList();
        retired.removeAll(gone);
        Set<String> used = new HashSet<>(current.parts().values());
        retired.forEach(snapshot -> used.addAll(snapshot.parts().values()));
        try (Statement statement = database.connection().createStatement()) {
            for (Snapshot snapshot : gone) {
                snapshot.closeReaders();
                statement.execute("DROP SCHEMA " + snapshot.schema() + " CASCADE");
                for (String part : snapshot.parts().values()) {
                    if (!used.contains(part)) {
                        statement.execute("DROP TABLE IF EXISTS " + part);
                    }
                }
            }
        }
        Set<DataFile> files = current.tables().values().stream()
                .flatMap(table -> table.files().stream())
                .collect(Collectors.toSet());
        copies.keepOnly(files);
    }

    @Override
    public void close() {
        closeReaders();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeReaders() {
        try {
            current.closeReaders();
            for (Snapshot snapshot : retired) {
                snapshot.closeReaders();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
