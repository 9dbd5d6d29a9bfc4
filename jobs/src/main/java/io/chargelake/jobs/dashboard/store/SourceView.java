package io.chargelake.jobs.dashboard.store;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** A table's data files as a view of its declared columns; those that older files lack are empty. The day of its layout, which no query needs, is left out. */
record SourceView(Table table, List<Path> files) {

    /** Returns how many rows there are. */
    long create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Set<String> stored = stored(statement);
            String columns = table.columns().stream()
                    .filter(col -> !col.equals(Table.DAY))
                    .map(col -> column(col, stored.contains(col.name())))
                    .collect(Collectors.joining(", "));
            statement.execute("CREATE TEMP VIEW " + name(table) + " AS SELECT " + columns
                    + (files.isEmpty() ? " WHERE false" : " FROM " + scan()));
            return count(statement);
        }
    }

    private long count(Statement statement) throws SQLException {
        if (files.isEmpty()) {
            return 0;
        }
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + scan())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS " + name(table));
        }
    }

    private static String name(Table table) {
        return "\"" + table.name() + "\"";
    }

    private Set<String> stored(Statement statement) throws SQLException {
        Set<String> names = new TreeSet<>();
        if (!files.isEmpty()) {
            try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + scan())) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private String scan() {
        return files.stream()
                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                .collect(Collectors.joining(
                        ", ", "read_parquet([", "], union_by_name = true, hive_partitioning = false)"));
    }

    /** Times are microseconds of the epoch: so no zone of this machine plays a part. */
    private static String column(Col col, boolean isStored) {
        String type = type(col.type());
        if (!isStored) {
            return "CAST(NULL AS " + type + ") AS " + col.name();
        }
        String value = col.type().equals(DataTypes.TimestampType)
                ? "make_timestamp(epoch_us(" + col.name() + "))"
                : "CAST(" + col.name() + " AS " + type + ")";
        return value + " AS " + col.name();
    }

    private static String type(DataType type) {
        if (type instanceof ArrayType array) {
            return type(array.elementType()) + "[]";
        }
        return switch (type.typeName().toLowerCase(Locale.ROOT)) {
            case "string" -> "VARCHAR";
            case "integer" -> "INTEGER";
            case "long" -> "BIGINT";
            case "double" -> "DOUBLE";
            case "boolean" -> "BOOLEAN";
            case "timestamp" -> "TIMESTAMP";
            case "date" -> "DATE";
            case "binary" -> "BLOB";
            default -> throw new IllegalStateException("Cannot show a column of type " + type);
        };
    }
}
