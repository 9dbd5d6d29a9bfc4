package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;

/** Holds a published table against the lake's, value by value: doubles by their bits. */
record PublishedRows(Postgres postgres) {

    void areThoseOf(Lake lake, String schema, String name, String where) {
        assertThat(stored(schema, name)).as(name).isEqualTo(inLake(lake, name, where));
    }

    static List<String> inLake(Lake lake, String name, String where) {
        return lake.read(table(name)).where(where).collectAsList().stream()
                .map(PublishedRows::line)
                .sorted()
                .toList();
    }

    List<String> stored(String schema, String name) {
        List<String> lines = new ArrayList<>();
        Table table = table(name);
        try (Connection connection = postgres.connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(
                        "SELECT " + String.join(", ", table.columnNames().toList()) + " FROM " + schema + "." + name)) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= table.columns().size(); i++) {
                    boolean isTime = rows.getMetaData().getColumnTypeName(i).equals("timestamptz");
                    cells.add(text(isTime ? rows.getObject(i, OffsetDateTime.class) : rows.getObject(i)));
                }
                lines.add(String.join(" | ", cells));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lines.stream().sorted().toList();
    }

    private static Table table(String name) {
        return Tables.named(name).orElseThrow();
    }

    private static String line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(text(row.get(i)));
        }
        return String.join(" | ", cells);
    }

    /** One text for what Spark and what JDBC make of the same value; NUL is what PostgreSQL can't have. */
    private static String text(Object value) {
        if (value instanceof scala.collection.Seq<?> seq) {
            return List.copyOf(scala.jdk.javaapi.CollectionConverters.asJava(seq))
                    .toString();
        }
        if (value instanceof java.sql.Array array) {
            try {
                return Arrays.asList((Object[]) array.getArray()).toString();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        return value instanceof Double number
                ? Long.toHexString(Double.doubleToLongBits(number))
                : String.valueOf(value).replace('\0', '\uFFFD');
    }
}
