package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.testing.Postgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ends of all kinds in the middle of publishing: readers see what was there or what came, never a part. */
class PublishFaultsTest {
    private static final int GATE = 4711;

    private static final String FUNCTION =
            """
            CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM pg_advisory_xact_lock(4711); RETURN NEW;
            END $$
            """;

    /** Places at which the database makes a publisher wait. */
    private enum Point {
        COPY("COPY", onStaging("CREATE TRIGGER gate BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION gate()")),
        DELETE(
                "DELETE",
                "CREATE TRIGGER gate BEFORE DELETE ON chargelake.occupancy_hourly FOR EACH ROW EXECUTE FUNCTION gate()"),
        INSERT(
                "INSERT",
                "CREATE TRIGGER gate AFTER INSERT ON chargelake.occupancy_hourly FOR EACH ROW EXECUTE FUNCTION gate()"),
        COMMIT(
                "COMMIT",
                "CREATE CONSTRAINT TRIGGER gate AFTER UPDATE ON chargelake.published DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gate()");

        private final String statement;
        private final String trigger;

        Point(String statement, String trigger) {
            this.statement = statement;
            this.trigger = trigger;
        }
    }

    private final Postgres postgres = Postgres.empty();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"COPY", "INSERT", "COMMIT"})
    void aKilledProcessLeavesTheOldOrTheNew(Point point) throws Exception {
        Lake lake = oldPublishedNewInLake();
        List<String> old = stored();
        try (Connection gate = closeGate(point)) {
            Process process = child(
                    "publish",
                    "--lake",
                    folder.toString(),
                    "--database",
                    postgres.url(),
                    "--tables",
                    "occupancy_hourly");
            try {
                await(point);
                process.destroyForcibly().waitFor();
            } finally {
                process.destroyForcibly();
            }
            assertThat(stored()).isEqualTo(old);
            openGate(gate, point);
        }
        awaitNoPublisher();
        List<String> now = PublishedRows.inLake(lake, "occupancy_hourly", "true");
        assertThat(stored()).isIn(old, now);
        assertMends(now);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatBreaksLeavesTheOldAndIsWorthARetry(Point point) throws Exception {
        Lake lake = oldPublishedNewInLake();
        List<String> old = stored();
        Command broken;
        try (Connection gate = closeGate(point)) {
            CompletableFuture<Command> publishing = CompletableFuture.supplyAsync(this::publish);
            await(point);
            postgres.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database()");
            broken = publishing.get(60, TimeUnit.SECONDS);
            openGate(gate, point);
        }
        assertThat(broken.exitCode()).as(broken.err()).isEqualTo(30);
        assertThat(broken.err())
                .contains("Cannot publish chargelake.occupancy_hourly to localhost:", "(run the same command");
        assertThat(stored()).isEqualTo(old);
        assertMends(PublishedRows.inLake(lake, "occupancy_hourly", "true"));
    }

    @Test
    void rowsOfAnAttemptThatDoesNotCountAreLeftOut() {
        PublishTown.build(folder, TableFormat.DELTA);
        postgres.run(
                "CREATE SCHEMA chargelake_stage",
                onStaging("INSERT INTO %s (device_type, device_id, _attempt) VALUES (''point'', ''LOST'', 99999)"));
        Command command = publish();
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(postgres.rows("SELECT count(*) FROM chargelake.occupancy_hourly"))
                .containsExactly("4");
    }

    @Test
    void twoPublishersAtOnceLeaveWhatOneLeaves() throws Exception {
        Lake lake = oldPublishedNewInLake();
        List<CompletableFuture<Integer>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(() ->
                        Main.execute("publish", "--lake", folder.toString(), "--database", postgres.url(), "--anew")))
                .toList();
        for (CompletableFuture<Integer> one : both) {
            assertThat(one.get(120, TimeUnit.SECONDS)).isZero();
        }
        for (String table : List.of("occupancy_hourly", "charging_station", "utilization", "connector")) {
            new PublishedRows(postgres).areThoseOf(lake, "chargelake", table, "true");
        }
        assertThat(postgres.staging()).isEmpty();
    }

    private Lake oldPublishedNewInLake() {
        Lake lake = PublishTown.build(folder, TableFormat.DELTA);
        assertThat(publish().exitCode()).isZero();
        PublishTown.replaceHours(
                lake,
                "2025-03-30",
                """
                device_type | device_id | hour                 | available_s | occupied_s | blocked_s | out_of_service_s | unknown_s | sessions_started
                connector   | C1        | 2025-03-30T01:00:00Z | 3600        | 0          | 0         | 0                | 0         | 0
                connector   | C2        | 2025-03-30T01:00:00Z | 60          | 3540       | 0         | 0                | 0         | 0
                connector   | C3        | 2025-03-30T01:00:00Z | 60          | 3540       | 0         | 0                | 0         | 0
                """);
        return lake;
    }

    private void assertMends(List<String> now) {
        Command next = publish();
        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(stored()).isEqualTo(now);
        assertThat(postgres.staging()).isEmpty();
    }

    private List<String> stored() {
        return new PublishedRows(postgres).stored("chargelake", OccupancyHourly.TABLE.name());
    }

    private Command publish() {
        return Command.run(
                "publish", "--lake", folder.toString(), "--database", postgres.url(), "--tables", "occupancy_hourly");
    }

    /** Whatever comes to the point waits for the connection that is returned. */
    private Connection closeGate(Point point) throws SQLException {
        postgres.run(FUNCTION, point.trigger);
        Connection gate = postgres.connect();
        try (Statement sql = gate.createStatement()) {
            sql.execute("SELECT pg_advisory_lock(" + GATE + ")");
        }
        return gate;
    }

    private void openGate(Connection gate, Point point) throws SQLException {
        try (Statement sql = gate.createStatement()) {
            sql.execute("SELECT pg_advisory_unlock(" + GATE + ")");
        }
        awaitNoPublisher();
        postgres.run("DROP FUNCTION gate() CASCADE", "DROP EVENT TRIGGER IF EXISTS on_staging");
    }

    /** A statement that is run for each staging table as soon as it is there; {@code %s} stands for its name. */
    private static String onStaging(String statement) {
        return """
                CREATE OR REPLACE FUNCTION on_staging() RETURNS event_trigger LANGUAGE plpgsql AS $$ DECLARE made record; BEGIN
                    FOR made IN SELECT * FROM pg_event_trigger_ddl_commands() WHERE schema_name = 'chargelake_stage' LOOP
                        EXECUTE format('@', made.object_identity);
                    END LOOP;
                END $$;
                CREATE EVENT TRIGGER on_staging ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION on_staging()
                """
                .replace("@", statement);
    }

    private void await(Point point) throws InterruptedException {
        awaitRows(
                "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database() AND query LIKE '"
                        + point.statement + "%'",
                true);
    }

    private void awaitNoPublisher() {
        try {
            awaitRows(
                    "SELECT 1 FROM pg_stat_activity WHERE application_name = 'chargelake publish' AND datname = current_database()",
                    false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitRows(String query, boolean wanted) throws InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (postgres.rows(query).isEmpty() != wanted) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError(
                "Waited a minute for " + query + "; there is "
                        + postgres.rows(
                                "SELECT application_name, wait_event, query FROM pg_stat_activity WHERE datname = current_database()"));
    }

    private static Process child(String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.chargelake.jobs.cli.Main"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
