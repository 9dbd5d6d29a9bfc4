package io.chargelake.jobs.publish;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.publish.files.CsvFile;
import io.chargelake.jobs.publish.files.FileOutput;
import io.chargelake.jobs.publish.files.GeoJsonFile;
import io.chargelake.jobs.publish.files.TableFile;
import io.chargelake.jobs.publish.postgres.Database;
import io.chargelake.jobs.publish.postgres.DatabaseAddress;
import io.chargelake.jobs.publish.postgres.PostgresOutput;
import io.chargelake.jobs.publish.postgres.PostgresOutput.Schemas;
import io.chargelake.jobs.publish.postgres.Renewal;
import io.chargelake.jobs.tables.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gold tables to where analysts read them. */
@Command(
        name = "publish",
        description =
                "Bring gold tables to PostgreSQL for Tableau, Power BI and others, or write them as CSV or GeoJSON.",
        footer = {
            "",
            "Tables of single vehicles are personal data: they are published where --personal names them only (docs/publish.md).",
            "A second run brings what changed since, by days. A table that fails leaves the others alone.",
            "Examples:",
            "  ./chargelake publish --database postgresql://chargelake@localhost:5432/bi --password file:/run/secrets/bi",
            "  ./chargelake publish --format csv --output published"
        })
public final class Publish implements Job {

    /** What a table becomes. */
    enum Format {
        postgres,
        csv,
        geojson
    }

    @Option(
            names = "--format",
            defaultValue = "postgres",
            paramLabel = "FORMAT",
            description =
                    "postgres, csv (a file for each table) or geojson (for each table with places) (default ${DEFAULT-VALUE})")
    Format format;

    @Option(
            names = "--database",
            paramLabel = "URL",
            converter = AddressConverter.class,
            description =
                    "postgresql://USER@HOST:PORT/DATABASE?sslmode=verify-full, never with a password; sslmode: disable, prefer (default), require, verify-ca, verify-full")
    Optional<DatabaseAddress> database = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "who publishes (default: that of --database)")
    Optional<String> user = Optional.empty();

    @Option(
            names = "--password",
            paramLabel = "PLACE",
            converter = SecretConverter.class,
            description =
                    "where the password is, never the password: env:NAME or file:/path (default: env:CHARGELAKE_POSTGRES_PASSWORD"
                            + " if set, else PostgreSQL's password file)")
    Optional<SecretRef> password = Optional.empty();

    @Option(
            names = "--schema",
            defaultValue = "chargelake",
            paramLabel = "NAME",
            converter = SchemasConverter.class,
            description =
                    "schema for the tables; personal rows go to NAME_personal, rows on their way to NAME_stage (default ${DEFAULT-VALUE})")
    Schemas schema;

    @Option(
            names = "--output",
            defaultValue = "./published",
            paramLabel = "URI",
            description = "folder for CSV and GeoJSON files (default ${DEFAULT-VALUE})")
    String output;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "TABLE",
            description = "only these (default: all gold tables, and the stations and devices they tell of)")
    List<String> tables = List.of();

    @Option(
            names = "--personal",
            split = ",",
            paramLabel = "TABLE",
            description =
                    "tables whose rows of single vehicles are published too, apart from the others: trip, charge_session, cycle, indicator, ...")
    List<String> personal = List.of();

    @Option(
            names = "--connections",
            defaultValue = "4",
            paramLabel = "N",
            description =
                    "connections that copy rows of a table at once; two tables are published side by side (default ${DEFAULT-VALUE})")
    int connections;

    @Option(
            names = "--anew",
            description = "bring all rows, also of what did not change: mends what someone changed in the database")
    boolean anew;

    @ArgGroup
    Look look = new Look();

    /** Ways to see what would be done. */
    static final class Look {
        @Option(
                names = "--dry-run",
                description = "only say what would be done, with the statements; nothing is changed")
        boolean dryRun;

        @Option(
                names = "--ddl",
                description = "only print the statements for schemas, tables and views; no database is asked")
        boolean ddl;

        @Option(
                names = "--roles",
                description =
                        "only print a script that makes a role which can read and not write; no database is asked")
        boolean roles;
    }

    @Override
    public Lakes.Access access() {
        return look.ddl || look.roles ? Lakes.Access.NONE : Lakes.Access.READ;
    }

    @Override
    public void run(Run run) {
        Selection selection = new Selection(tables, personal);
        if (look.ddl || look.roles) {
            printStatements(run, selection.chosen());
        } else if (format == Format.postgres) {
            toPostgres(run, selection);
        } else {
            toFiles(run, selection, format == Format.csv ? new CsvFile() : new GeoJsonFile());
        }
    }

    private void toPostgres(Run run, Selection selection) {
        PostgresOutput database = database(run);
        List<Item> items = selection.items(run);
        requireSome(items);
        if (look.dryRun) {
            database.explain(items, renewal());
        } else {
            database.publish(items, renewal());
        }
    }

    private void toFiles(Run run, Selection selection, TableFile form) {
        if (database.isPresent()) {
            throw UserError.usage(
                    "Cannot publish " + format
                            + " to --database: it is a form of files (leave --database out, or --format; --output names the folder)");
        }
        List<Item> items = selection.items(run).stream()
                .filter(item -> form.canHold(item.table()))
                .toList();
        requireSome(items);
        FileOutput files = new FileOutput(Storage.uri(output), form);
        for (Item item : items) {
            if (look.dryRun) {
                run.out().println(files.file(item) + " of version " + item.version());
            } else {
                files.write(run, item);
            }
        }
    }

    private void printStatements(Run run, List<Selection.Chosen> chosen) {
        Map<Part, List<Table>> byPart = new EnumMap<>(Part.class);
        chosen.forEach(
                c -> byPart.computeIfAbsent(c.part(), p -> new ArrayList<>()).add(c.table()));
        if (look.roles) {
            run.out().print(PostgresOutput.roles(schema, List.copyOf(byPart.keySet()), publisher()));
        } else {
            PostgresOutput.ddl(schema, run.settings().zone(), byPart)
                    .forEach(statement -> run.out().println(statement + ";"));
        }
        run.out().flush();
    }

    private PostgresOutput database(Run run) {
        DatabaseAddress address = database.orElseThrow(
                () -> UserError.usage(
                        "Cannot publish: no database is named (give --database postgresql://USER@HOST:PORT/DATABASE, or --format csv)"));
        if (connections < 1) {
            throw UserError.usage("Cannot use --connections " + connections + ": at least 1 is needed");
        }
        if (address.leavesEncryptionOpen()) {
            run.say("Attention: nobody said how rows are kept from others' eyes on their way to " + address.shown()
                    + " (add ?sslmode=verify-full to --database)");
        }
        return new PostgresOutput(
                run, new Database(address, user, Passwords.place(password, System.getenv())), schema, connections);
    }

    private Optional<String> publisher() {
        return user.or(() -> database.flatMap(DatabaseAddress::user));
    }

    private Renewal renewal() {
        return anew ? Renewal.EVERYTHING : Renewal.CHANGES;
    }

    private void requireSome(List<Item> items) {
        if (items.isEmpty()) {
            throw UserError.input("Cannot publish: the lake has none of the tables "
                    + (format == Format.geojson ? "with places " : "")
                    + "yet (./chargelake tables lists what is there, ./chargelake demo makes some)");
        }
    }
}
