package io.chargelake.jobs.publish.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements on a connection. */
final class Sql {
    /** Makes a value of the row a result stands at. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    static void run(Connection connection, List<String> statements) throws SQLException {
        for (String statement : statements) {
            run(connection, statement);
        }
    }

    /** @return the number of rows that were changed */
    static long update(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement sql = prepared(connection, statement, values)) {
            return sql.executeLargeUpdate();
        }
    }

    static <T> List<T> query(Connection connection, Reader<T> reader, String question, Object... values)
            throws SQLException {
        try (PreparedStatement sql = prepared(connection, question, values);
                ResultSet rows = sql.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    static boolean isTrue(Connection connection, String question, Object... values) throws SQLException {
        return query(connection, row -> row.getBoolean(1), question, values).contains(true);
    }

    static long number(Connection connection, String question, Object... values) throws SQLException {
        return query(connection, row -> row.getLong(1), question, values).get(0);
    }

    private static PreparedStatement prepared(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            sql.setObject(i + 1, values[i]);
        }
        return sql;
    }

    private Sql() {}
}
