package io.chargelake.jobs.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL on a port of its own, one for all tests of a JVM; each test has a database of its own in it. It is never left out. */
public final class Postgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                System.err.println("PostgreSQL of the tests: embedded, port " + server.getPort());
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final String database;

    private Postgres(String database) {
        this.database = database;
    }

    /** An empty database. */
    public static Postgres empty() {
        Postgres postgres = new Postgres("test_" + DATABASES.incrementAndGet());
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + postgres.database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres;
    }

    public String url() {
        return url("postgres");
    }

    public String url(String user) {
        return "postgresql://" + user + "@localhost:" + Running.SERVER.getPort() + "/" + database;
    }

    public int port() {
        return Running.SERVER.getPort();
    }

    public String database() {
        return database;
    }

    public Connection connect() throws SQLException {
        return connect("postgres");
    }

    public Connection connect(String user) throws SQLException {
        return Running.SERVER.getDatabase(user, database).getConnection();
    }

    public void run(String... statements) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Rows as psql prints them without frills: values parted by {@code |}. */
    public List<String> rows(String query) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Tables that rows were on their way to. */
    public List<String> staging() {
        return rows("SELECT tablename FROM pg_tables WHERE schemaname LIKE '%\\_stage'");
    }

    /** A file that holds a password. */
    public static Path passwordFile(Path folder, String password) throws IOException {
        return Files.writeString(folder.resolve("password"), password + "\n");
    }
}
