package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.publish.Item;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings one table to the database: rows are copied to a staging table from where they are read, by several connections; then one transaction
 * makes the table equal to it, and notes the version. Whoever reads sees the rows of before or those of after. A lock that the
 * database ties to the connection keeps a second publisher of the table waiting.
 */
final class Publisher {
    private final Database database;
    private final String stagingSchema;
    private final ZoneId zone;
    private final int connections;

    /**
     * @param zone of the views' local times
     * @param connections that copy rows of a table at the same time
     */
    Publisher(Database database, String schema, ZoneId zone, int connections) {
        this.database = database;
        this.stagingSchema = Staging.schema(schema);
        this.zone = zone;
        this.connections = connections;
    }

    /** What was done for a table. */
    record Done(Target target, Item item, Scope scope, Copied copied) {}

    /** What would be done, and how the table would change for it. */
    record Intent(Target target, Item item, Scope scope, Evolution evolution) {}

    Done publish(Item item, Target target, Scope.Asked asked) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Locks.haveLimits(connection);
            Locks.whileConnected(connection, target.shown());
            Staging.sweep(connection, stagingSchema, target);
            Intent intent = intent(connection, item, target, asked);
            connection.commit();
            return intent.scope() instanceof Scope.Nothing
                    ? new Done(target, item, intent.scope(), Copied.NOTHING)
                    : bring(connection, intent);
        } catch (Exception e) { // Scala throws checked ones that Java is not told of
            throw DatabaseErrors.explain("publish " + target.shown(), database, e);
        }
    }

    /** Changes nothing. */
    Intent intent(Connection connection, Item item, Target target, Scope.Asked asked) throws SQLException {
        Optional<StoredTable> stored = StoredTable.read(connection, target);
        Optional<Published> before = stored.isPresent() ? Published.read(connection, target) : Optional.empty();
        if (stored.isPresent() && before.isEmpty()) {
            requireEmpty(connection, target);
        }
        return new Intent(target, item, Scope.of(item, target, before, asked), Evolution.of(target, stored));
    }

    /** An administrator may have made it; somebody else's rows would be deleted. */
    private static void requireEmpty(Connection connection, Target target) throws SQLException {
        if (Sql.isTrue(connection, "SELECT EXISTS (SELECT FROM " + target.name() + ")")) {
            throw UserError.input(
                    "Cannot publish " + target.shown()
                            + ": there is a table of this name that Chargelake did not fill (rename or drop it, or choose another --schema)");
        }
    }

    private Done bring(Connection connection, Intent intent) throws SQLException {
        Staging staging = Staging.create(connection, stagingSchema, intent.target());
        connection.commit();
        try {
            Copied copied = copy(intent, staging);
            merge(connection, intent, staging, copied);
            staging.drop(connection);
            connection.commit();
            Sql.run(connection, "ANALYZE " + intent.target().name());
            connection.commit();
            return new Done(intent.target(), intent.item(), intent.scope(), copied);
        } catch (Exception e) {
            cleanUp(connection, staging, e);
            throw e;
        }
    }

    private Copied copy(Intent intent, Staging staging) {
        Dataset<Row> rows = intent.scope() instanceof Scope.Some some
                ? intent.item().rows(some.days())
                : intent.item().rows();
        boolean none = intent.scope() instanceof Scope.Some some && some.days().isEmpty();
        return none ? Copied.NOTHING : staging.fill(database, rows, connections);
    }

    private void merge(Connection connection, Intent intent, Staging staging, Copied copied) throws SQLException {
        Target target = intent.target();
        Evolution evolution = intent.evolution();
        if (evolution.changesTypes()) {
            new Views(target.schema(), zone).drop(connection);
        }
        Sql.run(connection, evolution.before());
        Upsert upsert = new Upsert(connection, target, staging, copied, days(intent.scope()));
        if (target.table().keys().isEmpty() || evolution.buildsKey()) {
            upsert.byReplacing();
        } else {
            upsert.byKey();
        }
        Sql.run(connection, evolution.after());
        if (evolution.changesTypes()) {
            new Views(target.schema(), zone).refresh(connection);
        }
        note(connection, intent, copied, upsert);
    }

    private static void note(Connection connection, Intent intent, Copied copied, Upsert upsert) throws SQLException {
        Target target = intent.target();
        Item item = intent.item();
        boolean isComplete = !(intent.scope() instanceof Scope.Some some) || some.left() == 0;
        long rows = copied.rows();
        if (target.table().isByDay()) {
            SortedMap<LocalDate, String> marks = item.marks();
            if (!(intent.scope() instanceof Scope.Some) || intent.evolution().creates()) {
                Published.forget(connection, target);
            }
            Published.note(connection, target, days(intent.scope()).orElse(marks.keySet()), marks, upsert.rowsByDay());
            rows = Published.rows(connection, target);
        }
        Published.note(connection, target, item, Optional.of(item.version()).filter(v -> isComplete), rows);
    }

    private static Optional<Collection<LocalDate>> days(Scope scope) {
        return scope instanceof Scope.Some some ? Optional.of(some.days()) : Optional.empty();
    }

    /** What failed counts, not that its remains could not be swept: the next run does. */
    private static void cleanUp(Connection connection, Staging staging, Exception failure) {
        try {
            connection.rollback();
            staging.drop(connection);
            connection.commit();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
