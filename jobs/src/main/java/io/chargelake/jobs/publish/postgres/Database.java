package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.SecretRef;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A database to connect to, from the driver and from executors. Only the place of the password travels to these; the password is read where it is
 * used. Without a place PostgreSQL's own password file is used, {@code ~/.pgpass} or the one that {@code PGPASSFILE} names.
 */
public final class Database implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String CONNECT_SECONDS = "10";

    private final String shown;
    private final String jdbc;
    private final String user; // null where the driver decides: an Optional can't travel
    private final SecretRef password; // null where the password file decides

    public Database(DatabaseAddress address, Optional<String> user, Optional<SecretRef> password) {
        this.shown = address.shown();
        this.jdbc = address.jdbc();
        this.user = user.or(address::user).orElse(null);
        this.password = password.orElse(null);
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password.read(System.getenv()));
        }
        properties.setProperty("ApplicationName", "chargelake publish");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        // the server's details repeat values of the row it refuses
        properties.setProperty("logServerErrorDetail", "false");
        return new Driver().connect(jdbc, properties);
    }

    /** For messages. */
    String shown() {
        return shown;
    }
}
