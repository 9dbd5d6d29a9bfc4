package io.chargelake.jobs.publish.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Schemas, and what is remembered in them. */
final class Setup {
    private static final String LOCK = "chargelake setup";

    /** Whoever comes second waits for the first, and finds all there. */
    static void ensure(Connection connection, String schema, List<String> published) throws SQLException {
        for (String statement : missing(connection, schema, published)) {
            Locks.untilCommit(connection, LOCK);
            Sql.run(connection, statement);
        }
        connection.commit();
    }

    /** @param published the schemas that tables are published to */
    static List<String> statements(String schema, List<String> published) {
        return Stream.concat(
                        Stream.concat(published.stream(), Stream.of(Staging.schema(schema)))
                                .map(Setup::create),
                        published.stream().flatMap(name -> Published.create(name).stream()))
                .toList();
    }

    /** Even to create what is there needs a right that one who publishes every day need not have. */
    static List<String> missing(Connection connection, String schema, List<String> published) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String name : Stream.concat(published.stream(), Stream.of(Staging.schema(schema)))
                .toList()) {
            if (!Sql.isTrue(connection, "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)", name)) {
                missing.add(create(name));
            }
        }
        for (String name : published) {
            if (!isThere(connection, name, Published.DAYS)) {
                missing.addAll(Published.create(name));
            }
        }
        return missing;
    }

    static boolean isThere(Connection connection, String schema, String table) throws SQLException {
        return Sql.isTrue(connection, "SELECT to_regclass(?) IS NOT NULL", Name.of(schema, table));
    }

    private static String create(String schema) {
        return "CREATE SCHEMA IF NOT EXISTS " + Name.quoted(schema);
    }

    private Setup() {}
}
