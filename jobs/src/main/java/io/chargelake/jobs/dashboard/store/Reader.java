package io.chargelake.jobs.dashboard.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection that reads one snapshot, for one thread at a time. It keeps its queries prepared: to plan one takes longer than to run it. */
final class Reader implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Reader(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = '" + schema + ",main'");
        }
    }

    List<Object[]> rows(String sql, Object... parameters) throws SQLException {
        PreparedStatement query = prepared.get(sql);
        if (query == null) {
            query = connection.prepareStatement(sql);
            prepared.put(sql, query);
        }
        for (int i = 0; i < parameters.length; i++) {
            query.setObject(i + 1, parameters[i]);
        }
        try (ResultSet found = query.executeQuery()) {
            return rows(found);
        }
    }

    private static List<Object[]> rows(ResultSet found) throws SQLException {
        int width = found.getMetaData().getColumnCount();
        List<Object[]> rows = new ArrayList<>();
        while (found.next()) {
            Object[] row = new Object[width];
            for (int i = 0; i < width; i++) {
                row[i] = plain(found.getObject(i + 1));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Texts, numbers, truths and lists. */
    private static Object plain(Object value) throws SQLException {
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
        }
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC).toString();
        }
        if (value instanceof LocalDate || value instanceof java.sql.Date) {
            return value.toString();
        }
        if (value instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        }
        return value;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement query : prepared.values()) {
            query.close();
        }
        connection.close();
    }
}
