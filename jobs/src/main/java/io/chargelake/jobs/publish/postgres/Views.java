package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the views of a schema as they should be. One that did not change is not touched, nor are the rights to it. */
record Views(String schema, ZoneId zone) {
    private static final String LOCK = "chargelake views";

    /** In the caller's transaction. */
    void refresh(Connection connection) throws SQLException {
        Locks.untilCommit(connection, LOCK);
        List<View> wanted = new Star(schema, zone, tables(connection)).views();
        Map<String, String> there = there(connection);
        Set<String> kept = wanted.stream()
                .filter(view -> view.comment().equals(there.get(view.name())))
                .map(View::name)
                .collect(Collectors.toSet());
        drop(
                connection,
                there.keySet().stream().filter(name -> !kept.contains(name)).toList());
        for (View view : wanted) {
            if (!kept.contains(view.name())) {
                Sql.run(connection, view.create());
                Sql.run(connection, view.commentOn());
            }
        }
    }

    void drop(Connection connection) throws SQLException {
        Locks.untilCommit(connection, LOCK);
        drop(connection, List.copyOf(there(connection).keySet()));
    }

    /** All as if the tables had just been made as they are declared. */
    List<String> statements(List<Table> tables) {
        Map<Table, Set<String>> columns = new LinkedHashMap<>();
        tables.forEach(table ->
                columns.put(table, table.columns().stream().map(Name::stored).collect(Collectors.toSet())));
        return new Star(schema, zone, columns)
                .views().stream()
                        .flatMap(view -> List.of(view.create(), view.commentOn()).stream())
                        .toList();
    }

    private void drop(Connection connection, List<String> views) throws SQLException {
        if (!views.isEmpty()) {
            Sql.run(
                    connection,
                    "DROP VIEW "
                            + views.stream().map(name -> Name.of(schema, name)).collect(Collectors.joining(", ")));
        }
    }

    /** Ours, with their sentences. */
    private Map<String, String> there(Connection connection) throws SQLException {
        Map<String, String> there = new HashMap<>();
        Sql.query(
                connection,
                row -> there.put(row.getString(1), row.getString(2)),
                """
                SELECT relname, obj_description(c.oid, 'pg_class') FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                WHERE nspname = ? AND relkind = 'v' AND strpos(obj_description(c.oid, 'pg_class'), ?) > 0
                """,
                schema,
                View.MARK);
        return there;
    }

    private Map<Table, Set<String>> tables(Connection connection) throws SQLException {
        Map<Table, Set<String>> tables = new LinkedHashMap<>();
        Set<String> published = new HashSet<>(Sql.query(
                connection, row -> row.getString(1), "SELECT table_name FROM " + Name.of(schema, Published.TABLE)));
        for (Table table : Tables.ALL) {
            Optional<StoredTable> stored = published.contains(table.name())
                    ? StoredTable.read(connection, new Target(schema, table))
                    : Optional.empty();
            stored.ifPresent(found -> tables.put(table, found.columns().keySet()));
        }
        return tables;
    }
}
