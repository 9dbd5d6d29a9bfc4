package io.chargelake.jobs.publish.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Locks that publishers agree on. The database lets go of them when a connection ends, however it ends. */
final class Locks {
    private static final String PATIENCE = "SET lock_timeout = '10min'";

    /** Who waits longer than some minutes is told to come back. */
    static void haveLimits(Connection connection) throws SQLException {
        Sql.run(connection, PATIENCE);
        connection.commit();
    }

    static void whileConnected(Connection connection, String what) throws SQLException {
        take(connection, "SELECT pg_advisory_lock(hashtextextended(?, 0))", what);
    }

    static void untilCommit(Connection connection, String what) throws SQLException {
        take(connection, "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", what);
    }

    private static void take(Connection connection, String lock, String what) throws SQLException {
        Sql.query(connection, row -> true, lock, what);
    }

    private Locks() {}
}
