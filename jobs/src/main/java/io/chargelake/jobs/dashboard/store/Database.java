package io.chargelake.jobs.dashboard.store;

import io.chargelake.status.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.duckdb.DuckDBConnection;

/** The embedded database: a file of its own, so that memory is bounded whatever the lake's size. */
final class Database implements AutoCloseable {
    private static final String MEMORY = "512MB";
    /** Minutes from which on a session counts to the next bin. */
    static final int[] DURATION_MIN = {0, 15, 30, 60, 120, 240, 480, 720};

    private final DuckDBConnection connection;

    private Database(DuckDBConnection connection) {
        this.connection = connection;
    }

    static Database open(Path folder, ZoneId zone) throws SQLException {
        var connection =
                (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("dashboard.duckdb"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '" + MEMORY + "'");
            statement.execute("SET temp_directory = '"
                    + folder.resolve("spill").toString().replace("'", "''") + "'");
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
        }
        new Calendar(zone).create(connection);
        constants(connection);
        return new Database(connection);
    }

    private static void constants(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE status_class (status VARCHAR, class VARCHAR)");
            statement.execute("CREATE TABLE duration_edge (from_s BIGINT)");
            statement.execute("CREATE TABLE measure_edge (measure VARCHAR, from_value DOUBLE, to_value DOUBLE)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO status_class VALUES (?, lower(?))")) {
            for (Status status : Status.values()) {
                insert.setString(1, status.name());
                insert.setString(2, status.statusClass().name());
                insert.execute();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO duration_edge VALUES (?)")) {
            for (int minutes : DURATION_MIN) {
                insert.setLong(1, 60L * minutes);
                insert.execute();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO measure_edge VALUES (?, ?, ?)")) {
            for (Measure measure : Measure.values()) {
                double[] edges = measure.edges();
                for (int i = 0; i + 1 < edges.length; i++) {
                    insert.setString(1, measure.code());
                    insert.setDouble(2, edges[i]);
                    insert.setDouble(3, edges[i + 1]);
                    insert.execute();
                }
            }
        }
    }

    /** For changes; they come from one thread. */
    Connection connection() {
        return connection;
    }

    Reader reader(String schema) throws SQLException {
        return new Reader(connection.duplicate(), schema);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
