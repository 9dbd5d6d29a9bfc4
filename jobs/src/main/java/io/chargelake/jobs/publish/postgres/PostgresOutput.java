package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Together;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.publish.Item;
import io.chargelake.jobs.publish.Part;
import io.chargelake.jobs.tables.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A database with a schema of its own for what is published, another for personal rows, and a third for rows on their way.
 *
 * @param connections that copy rows of a table at the same time
 */
public record PostgresOutput(Run run, Database database, Schemas schemas, int connections) {
    private static final int TABLES_AT_ONCE = 2;

    /** The schema of a part of a table. */
    public record Schemas(String open) {
        private static final int LONGEST = 50;

        public Schemas {
            if (!open.matches("[a-z_][a-z0-9_]{0," + (LONGEST - 1) + "}") || open.startsWith("pg_")) {
                throw new IllegalArgumentException("is no name for a schema (up to " + LONGEST
                        + " small letters, digits or _, not beginning with a digit or pg_)");
            }
        }

        String of(Part part) {
            return part == Part.OPEN ? open : open + "_personal";
        }

        List<String> of(List<Part> parts) {
            return Stream.of(Part.values())
                    .filter(parts::contains)
                    .map(this::of)
                    .toList();
        }
    }

    /** How one table fared. */
    private record Outcome(Target target, Optional<Publisher.Done> done, Optional<UserError> failure) {}

    /** Tables side by side; one that fails leaves the others alone. */
    public void publish(List<Item> items, Renewal renewal) {
        List<String> used = schemas.of(items.stream().map(Item::part).toList());
        connected("publish", connection -> Setup.ensure(connection, schemas.open(), used));
        Publisher publisher = new Publisher(database, schemas.open(), zone(), connections);
        Scope.Asked asked = new Scope.Asked(run.days(), renewal);
        List<Supplier<Outcome>> work = items.stream()
                .map(item -> (Supplier<Outcome>) () -> outcome(publisher, item, asked))
                .toList();
        List<Outcome> outcomes = Together.all(work, TABLES_AT_ONCE);
        outcomes.forEach(outcome -> outcome.done().ifPresent(this::note));
        for (String schema : used) {
            connected("publish the views of " + schema, connection -> {
                new Views(schema, zone()).refresh(connection);
                connection.commit();
            });
        }
        requireAll(outcomes);
    }

    /** What publishing would do, as comments and statements. */
    public void explain(List<Item> items, Renewal renewal) {
        Publisher publisher = new Publisher(database, schemas.open(), zone(), connections);
        Scope.Asked asked = new Scope.Asked(run.days(), renewal);
        List<String> used = schemas.of(items.stream().map(Item::part).toList());
        connected("look at what is published", connection -> {
            connection.setReadOnly(true);
            print(Setup.missing(connection, schemas.open(), used));
            for (Item item : items) {
                Publisher.Intent intent = publisher.intent(connection, item, target(item), asked);
                run.out()
                        .println("-- " + intent.target().shown() + ": "
                                + intent.scope().why()
                                + (intent.scope() instanceof Scope.Nothing ? "; left as it is" : ""));
                if (!(intent.scope() instanceof Scope.Nothing)) {
                    print(intent.evolution().before());
                    print(intent.evolution().after());
                }
            }
        });
        run.out().flush();
    }

    private Outcome outcome(Publisher publisher, Item item, Scope.Asked asked) {
        Target target = target(item);
        run.spark().sparkContext().setJobDescription("publish " + target.shown());
        try {
            return new Outcome(target, Optional.of(publisher.publish(item, target, asked)), Optional.empty());
        } catch (UserError e) {
            return new Outcome(target, Optional.empty(), Optional.of(e));
        }
    }

    private Target target(Item item) {
        return new Target(schemas.of(item.part()), item.table());
    }

    private void note(Publisher.Done done) {
        long rows = done.copied().rows();
        run.say("  " + done.target().shown() + ": " + done.scope().why());
        run.noteInput(done.item().table().name(), done.item().version(), rows);
        if (done.scope() instanceof Scope.Nothing) {
            return;
        }
        run.noteOutput(done.target().shown(), done.item().version(), rows);
        run.account(new Accounting(rows, rows, 0, 0));
        if (done.copied().mendedTexts() > 0) {
            run.find(
                    new Finding("text_not_for_postgresql", "warn", done.copied().mendedTexts()));
        }
    }

    /** The first reason decides on the exit code; each is told. */
    private void requireAll(List<Outcome> outcomes) {
        List<UserError> failures =
                outcomes.stream().flatMap(outcome -> outcome.failure().stream()).toList();
        if (failures.size() == 1 && outcomes.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failure -> run.say(failure.getMessage()));
            UserError first = failures.get(0);
            throw new UserError(
                    first.code(),
                    first.getMessage() + "; " + (outcomes.size() - failures.size()) + " of " + outcomes.size()
                            + " tables are published",
                    first);
        }
    }

    private ZoneId zone() {
        return run.settings().zone();
    }

    private void print(List<String> statements) {
        statements.forEach(statement -> run.out().println(statement + ";"));
    }

    /** Work on a connection. */
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void connected(String what, Work work) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.rollback();
        } catch (SQLException | RuntimeException e) {
            throw DatabaseErrors.explain(what, database, e);
        }
    }

    /** All statements for tables that were never published; no database is asked. */
    public static List<String> ddl(Schemas schemas, ZoneId zone, Map<Part, List<Table>> tables) {
        List<String> used = schemas.of(List.copyOf(tables.keySet()));
        List<String> statements = new ArrayList<>(Setup.statements(schemas.open(), used));
        tables.forEach((part, its) -> {
            for (Table table : its) {
                Evolution made = Evolution.of(new Target(schemas.of(part), table), Optional.empty());
                statements.addAll(made.before());
                statements.addAll(made.after());
            }
            statements.addAll(new Views(schemas.of(part), zone).statements(its));
        });
        return statements;
    }

    /** The script for roles that may read. */
    public static String roles(Schemas schemas, List<Part> parts, Optional<String> publisher) {
        return Roles.script(schemas.of(parts), publisher);
    }
}
