package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Utilization;
import io.chargelake.jobs.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What publishing refuses, who may read, and what becomes of tables of another declaration. */
class PublishRefusalsTest {
    private static final String CANARY = "s3cr3t-canary";

    private final Postgres postgres = Postgres.empty();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            postgresql://postgres@nowhere.invalid/bi      | 20 | its host name is not known (change --database)
            postgresql://postgres@localhost:1/bi          | 20 | nobody answers there (start PostgreSQL, or change host and port of --database)
            postgresql://postgres@localhost:PORT/missing  | 20 | there is no such database (create it, or change --database)
            postgresql://nobody@localhost:PORT/DATABASE   | 20 | it does not let this user in from here
            postgresql://poor@localhost:PORT/DATABASE     | 20 | the user lacks a right (an administrator runs what ./chargelake publish --ddl prints first
            postgresql://postgres@localhost:PORT/DATABASE?sslmode=require | 20 | sslmode
            """)
    void whatIsWrongWithTheDatabaseIsSaidInOneLine(String url, int code, String words) {
        PublishTown.build(folder, TableFormat.DELTA);
        postgres.run("DO $$ BEGIN CREATE ROLE poor LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        Command command = publishTo(url.replace("PORT", "" + postgres.port()).replace("DATABASE", postgres.database()));
        assertThat(command.exitCode()).as(command.err()).isEqualTo(code);
        assertThat(command.err().lines().filter(line -> !line.startsWith("Attention: nobody said how rows are kept")))
                .singleElement()
                .asString()
                .startsWith("Cannot publish to ")
                .contains(words);
    }

    @Test
    void aPasswordComesFromAFileAndIsNeverSaid() throws IOException {
        PublishTown.build(folder.resolve("lake"), TableFormat.DELTA);
        lockDoor();
        String url = postgres.url("locked");
        Path right = Files.writeString(folder.resolve("right"), CANARY + "\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), CANARY + "-not\n");
        Command good = publishFromLake(url, "--password", "file:" + right);
        assertThat(good.exitCode()).as(good.err()).isZero();
        Command bad = publishFromLake(url, "--password", "file:" + wrong);
        assertThat(bad)
                .returns(20, Command::exitCode)
                .returns(
                        "Cannot publish to localhost:" + postgres.port() + "/" + postgres.database()
                                + ": it refuses the user or the password (change --user, or the password at the place --password names;"
                                + " without one, PostgreSQL's password file ~/.pgpass)\n",
                        Command::err);
        assertThat(publishFromLake(url)).returns(20, Command::exitCode).satisfies(none -> assertThat(none.err())
                .contains("it asks for a password or an encryption that was not given"));
        for (Command command : List.of(good, bad)) {
            assertThat(command.out() + command.err()).doesNotContain(CANARY);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("lake/_runs"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(CANARY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--database postgresql://u:s3cr3t-canary@localhost/bi",
                "--database jdbc:postgresql://localhost/bi?user=u&password=s3cr3t-canary",
                "--database postgresql://localhost/bi?sslpassword=s3cr3t-canary",
                "--database s3cr3t-canary",
                "--database postgresql://localhost/bi --password s3cr3t-canary"
            })
    void aPasswordOnTheCommandLineIsRefusedAndNotRepeated(String arguments) {
        Command command = Command.run(
                Stream.concat(Stream.of("publish", "--lake", folder.toString()), Stream.of(arguments.split(" ")))
                        .toArray(String[]::new));
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err())
                .contains("Cannot run chargelake publish", "not shown")
                .doesNotContain(CANARY);
        assertThat(folder.resolve("_runs")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --tables utilisation                        | 2  | Cannot publish utilisation: there is no such table (did you mean utilization?)
            --tables trip --personal trip               | 20 | Cannot publish trip: it is not in this lake yet
            --schema pg_x                               | 2  | is no name for a schema
            --connections 0                             | 2  | Cannot use --connections 0: at least 1 is needed
            --format csv                                | 2  | it is a form of files
            --ddl --roles                               | 2  | mutually exclusive
            """)
    void wrongOptionsAreNamed(String arguments, int code, String words) {
        PublishTown.build(folder, TableFormat.DELTA);
        Command command = publishTo(postgres.url(), arguments.split(" "));
        assertThat(command.exitCode()).as(command.err()).isEqualTo(code);
        assertThat(command.err()).contains(words);
    }

    @Test
    void parametersOfAnAddressAreKnownOrRefused() {
        assertThat(publishTo("postgresql://localhost/bi?sslmod=require").err())
                .contains("has an unknown parameter 'sslmod', did you mean sslmode?");
        assertThat(publishTo("postgresql://localhost/bi?socketFactory=evil.Factory")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void oneTableThatFailsLeavesTheOthersAlone() {
        Lake lake = PublishTown.build(folder, TableFormat.DELTA);
        publish();
        postgres.run(
                "UPDATE chargelake.published SET structure = 'of before', version = 'x'",
                "DROP VIEW chargelake.fact_utilization, chargelake.fact_station_day",
                "ALTER TABLE chargelake.utilization ALTER COLUMN sessions TYPE text",
                "DELETE FROM chargelake.charging_point");
        Command command = publish();
        assertThat(command.exitCode()).isEqualTo(20);
        assertThat(command.err())
                .contains(
                        "Cannot publish chargelake.utilization: column sessions is text there, bigint is declared (only a wider type is allowed;"
                                + " drop the table there with CASCADE, it is then published anew); 5 of 6 tables are published");
        new PublishedRows(postgres).areThoseOf(lake, "chargelake", "charging_point", "true");
        assertThat(postgres.staging()).isEmpty();
        postgres.run("DROP TABLE chargelake.utilization CASCADE");
        assertThat(publish().exitCode()).isZero();
        new PublishedRows(postgres).areThoseOf(lake, "chargelake", "utilization", "true");
    }

    @Test
    void aTableOfAnOlderDeclarationIsAddedToAndWidened() {
        Lake lake = PublishTown.build(folder, TableFormat.DELTA);
        publish();
        postgres.run(
                "UPDATE chargelake.published SET structure = 'of before'",
                "DROP VIEW chargelake.fact_utilization, chargelake.fact_station_day",
                "ALTER TABLE chargelake.utilization DROP COLUMN session_s",
                "ALTER TABLE chargelake.utilization ALTER COLUMN devices TYPE integer",
                "ALTER TABLE chargelake.utilization ALTER COLUMN mean_session_s SET DEFAULT 1",
                "ALTER TABLE chargelake.utilization ADD COLUMN retired text NOT NULL DEFAULT 'kept'",
                "ALTER TABLE chargelake.utilization ALTER COLUMN retired DROP DEFAULT",
                "CREATE VIEW chargelake.fact_utilization AS SELECT devices FROM chargelake.utilization",
                "COMMENT ON VIEW chargelake.fact_utilization IS '[made by chargelake 0]'");
        Command command = publish();
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(command.err()).contains("chargelake.utilization: its columns changed");
        new PublishedRows(postgres).areThoseOf(lake, "chargelake", "utilization", "true");
        assertThat(postgres.rows("SELECT DISTINCT retired FROM chargelake.utilization"))
                .containsExactly("kept");
        assertThat(
                        postgres.rows(
                                "SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute WHERE attrelid = 'chargelake.utilization'::regclass AND attname IN ('session_s', 'devices', 'retired') ORDER BY 1"))
                .containsExactly("devices|bigint|t", "retired|text|f", "session_s|bigint|t");
        assertThat(postgres.rows("SELECT count(*) FROM chargelake.fact_utilization"))
                .containsExactly("3");
    }

    @Test
    void aViewOfSomebodyElseIsNotTorn() {
        PublishTown.build(folder, TableFormat.DELTA);
        publish();
        postgres.run(
                "UPDATE chargelake.published SET structure = 'of before'",
                "DROP VIEW chargelake.fact_utilization, chargelake.fact_station_day",
                "ALTER TABLE chargelake.utilization ALTER COLUMN devices TYPE integer",
                "CREATE VIEW mine AS SELECT devices FROM chargelake.utilization");
        Command command = publish();
        assertThat(command.exitCode()).isEqualTo(20);
        assertThat(command.err()).contains("somebody's view or table depends on what has to change");
        assertThat(postgres.rows("SELECT count(*) FROM mine")).containsExactly("3");
    }

    @Test
    void aTableThatIsNotOursIsLeftAlone() {
        PublishTown.build(folder, TableFormat.DELTA);
        postgres.run(
                "CREATE SCHEMA chargelake",
                "CREATE TABLE chargelake.utilization (a text)",
                "INSERT INTO chargelake.utilization VALUES ('x')");
        Command command = publish();
        assertThat(command.exitCode()).isEqualTo(20);
        assertThat(command.err())
                .contains(
                        "Cannot publish chargelake.utilization: there is a table of this name that Chargelake did not fill");
        assertThat(postgres.rows("SELECT * FROM chargelake.utilization")).containsExactly("x");
    }

    @Test
    void twoRowsOfOneKeyAreRefusedAndTheOldStays() {
        Lake lake = PublishTown.build(folder, TableFormat.DELTA);
        publish();
        List<String> old = new PublishedRows(postgres).stored("chargelake", "utilization");
        lake.replace(Utilization.TABLE, lake.read(Utilization.TABLE).union(lake.read(Utilization.TABLE)));
        Command command = publish("--tables", "utilization");
        assertThat(command.exitCode()).isEqualTo(10);
        assertThat(command.err())
                .contains(
                        "Cannot publish chargelake.utilization: 6 rows came and 3 stand there (a key is there twice in the lake");
        assertThat(new PublishedRows(postgres).stored("chargelake", "utilization"))
                .isEqualTo(old);
        assertThat(postgres.staging()).isEmpty();
    }

    @Test
    void readersReadAndCanNotWrite() throws SQLException {
        PublishTown.build(folder, TableFormat.DELTA);
        publish("--tables", "utilization", "--personal", "charge_session");
        Command roles = Command.run("publish", "--roles", "--lake", folder.toString(), "--database", postgres.url());
        assertThat(roles.exitCode()).isZero();
        postgres.run(
                roles.out(),
                roles.out(),
                "DO $$ BEGIN CREATE ROLE tableau LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT chargelake_reader TO tableau");
        publish("--tables", "connector,charging_point,charging_station,utilization");
        try (Connection reader = postgres.connect("tableau");
                Statement sql = reader.createStatement()) {
            for (String table :
                    List.of("utilization", "connector", "published", "dim_device", "fact_station_day", "dim_date")) {
                assertThat(sql.executeQuery("SELECT count(*) FROM chargelake." + table)
                                .next())
                        .isTrue();
            }
            for (String write : List.of(
                    "INSERT INTO chargelake.connector (id_connector) VALUES ('x')",
                    "UPDATE chargelake.connector SET id_cp = 'x'",
                    "DELETE FROM chargelake.connector",
                    "TRUNCATE chargelake.connector",
                    "DROP TABLE chargelake.connector",
                    "CREATE TABLE chargelake.x (a int)",
                    "UPDATE chargelake.published SET version = NULL",
                    "SELECT * FROM chargelake_personal.charge_session",
                    "CREATE TABLE chargelake_stage.x (a int)")) {
                assertThatThrownBy(() -> sql.execute(write))
                        .as(write)
                        .hasMessageFindingMatch("permission denied|must be owner");
            }
        }
    }

    @Test
    void viewsShowLocalTimesAndJoinByOneColumn() {
        PublishTown.build(folder, TableFormat.DELTA);
        publish();
        assertThat(
                        postgres.rows(
                                """
                        SELECT f."Device ID", f."Date", f."Hour (UTC)", f."Hour (local)", f."Occupied (s)", d."City", d."Station ID", t."Weekday name", t."Weekend"
                        FROM chargelake.fact_occupancy_hourly f LEFT JOIN chargelake.dim_device d USING ("Device key") LEFT JOIN chargelake.dim_date t USING ("Date")
                        ORDER BY 1, 3
                        """))
                .containsExactly(
                        "C1|2025-03-29|2025-03-29 22:00:00|2025-03-29 23:00:00|0|Köln|1|Saturday|t",
                        "C1|2025-03-30|2025-03-29 23:00:00|2025-03-30 00:00:00|1800|Köln|1|Sunday|t",
                        "C1|2025-03-30|2025-03-30 01:00:00|2025-03-30 03:00:00|3600|Köln|1|Sunday|t",
                        "P1|2025-03-30|2025-03-30 01:00:00|2025-03-30 03:00:00|0|Köln|1|Sunday|t");
        assertThat(
                        postgres.rows(
                                "SELECT \"Station ID\", \"Date\", \"Occupied share\", \"Mean session (s)\" FROM chargelake.fact_station_day"))
                .containsExactly("1|2025-03-30|0.75|5400");
        assertThat(postgres.rows("SELECT count(*), min(\"Date\"), max(\"Date\") FROM chargelake.dim_date"))
                .containsExactly("32|2025-02-28|2025-03-31");
        assertThat(
                        postgres.rows(
                                "SELECT \"Name\", \"Open 24/7\", \"Latitude\" FROM chargelake.dim_charging_station WHERE \"Station ID\" = 2"))
                .containsExactly("Ein 'Platz',|f|48.4");
    }

    /** Who is 'locked' needs a password, which others of these tests don't. */
    private void lockDoor() throws IOException {
        postgres.run("DO $$ BEGIN CREATE ROLE locked LOGIN SUPERUSER PASSWORD '" + CANARY
                + "'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        Path rules = Path.of(postgres.rows("SHOW hba_file").get(0));
        String before = Files.readString(rules);
        if (!before.contains("locked")) {
            Files.writeString(
                    rules,
                    "host all locked 127.0.0.1/32 scram-sha-256\nhost all locked ::1/128 scram-sha-256\n" + before);
        }
        postgres.run("SELECT pg_reload_conf()", "SELECT pg_sleep(0.3)");
    }

    private Command publish(String... more) {
        return publishTo(postgres.url(), more);
    }

    private Command publishTo(String url, String... more) {
        return run(folder, url, more);
    }

    private Command publishFromLake(String url, String... more) {
        return run(folder.resolve("lake"), url, more);
    }

    private static Command run(Path lake, String url, String... more) {
        return Command.run(
                Stream.concat(Stream.of("publish", "--lake", lake.toString(), "--database", url), Stream.of(more))
                        .toArray(String[]::new));
    }
}
