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
public record Database(DatabaseAddress address, Optional<String> user, Optional<SecretRef> password)
        implements Serializable {
    private static final String CONNECT_SECONDS = "10";

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        user.or(address::user).ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(place -> properties.setProperty("password", place.read(System.getenv())));
        properties.setProperty("ApplicationName", "chargelake publish");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        // the server's details repeat values of the row it refuses
        properties.setProperty("logServerErrorDetail", "false");
        return new Driver().connect(address.jdbc(), properties);
    }

    /** For messages. */
    String shown() {
        return address.shown();
    }
}
