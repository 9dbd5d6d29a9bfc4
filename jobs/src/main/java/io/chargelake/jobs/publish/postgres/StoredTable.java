package io.chargelake.jobs.publish.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table as the database has it. */
record StoredTable(Map<String, Column> columns, Optional<Key> key, Set<String> indices, String comment) {

    /** @param comment empty where there is none */
    record Column(String name, String type, boolean required, String comment) {}

    record Key(String constraint, List<String> columns) {}

    /** Empty where there is none. */
    static Optional<StoredTable> read(Connection connection, Target target) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        Sql.query(
                        connection,
                        row -> new Column(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4)),
                        """
                        SELECT attname, format_type(atttypid, atttypmod), attnotnull, coalesce(col_description(attrelid, attnum), '')
                        FROM pg_attribute
                        WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                        """,
                        target.name())
                .forEach(column -> columns.put(column.name(), column));
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredTable(
                        columns, key(connection, target), indices(connection, target), comment(connection, target)));
    }

    private static Optional<Key> key(Connection connection, Target target) throws SQLException {
        return Sql.query(
                        connection,
                        row -> new Key(row.getString(1), List.of((String[])
                                row.getArray(2).getArray())),
                        """
                        SELECT conname, array(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS part(attnum, place)
                            JOIN pg_attribute USING (attnum) WHERE attrelid = conrelid ORDER BY place)
                        FROM pg_constraint WHERE conrelid = to_regclass(?) AND contype = 'p'
                        """,
                        target.name())
                .stream()
                .findFirst();
    }

    private static Set<String> indices(Connection connection, Target target) throws SQLException {
        return Set.copyOf(Sql.query(
                connection,
                row -> row.getString(1),
                "SELECT relname FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE indrelid = to_regclass(?)",
                target.name()));
    }

    private static String comment(Connection connection, Target target) throws SQLException {
        return Sql.query(
                        connection,
                        row -> row.getString(1),
                        "SELECT coalesce(obj_description(to_regclass(?), 'pg_class'), '')",
                        target.name())
                .get(0);
    }
}
