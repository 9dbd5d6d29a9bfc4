package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.tables.Utilization;
import io.chargelake.jobs.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of a lake in a real PostgreSQL. */
class PublishTest {
    private final Postgres postgres = Postgres.empty();

    @TempDir
    Path folder;

    private Path lakeFolder;

    @BeforeEach
    void place() {
        lakeFolder = folder.resolve("lake");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedTwiceIsTheLakeValueByValue(TableFormat format) {
        Lake lake = PublishTown.build(lakeFolder, format);
        assertThat(publish("--personal", "charge_session,indicator").exitCode()).isZero();
        Command again = publish("--personal", "charge_session,indicator");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("chargelake.occupancy_hourly: version").doesNotContain("wrote ");
        for (String table :
                List.of("charging_station", "charging_point", "connector", "occupancy_hourly", "utilization")) {
            assertSame(lake, "chargelake", table, "true");
        }
        assertSame(lake, "chargelake", "indicator", "dimension <> 'vehicle'");
        assertSame(lake, "chargelake_personal", "indicator", "dimension = 'vehicle'");
        assertSame(lake, "chargelake_personal", "charge_session", "true");
        assertThat(postgres.rows("SELECT table_name, rows, version IS NOT NULL FROM chargelake.published ORDER BY 1"))
                .containsExactly(
                        "charging_point|2|t",
                        "charging_station|3|t",
                        "connector|1|t",
                        "indicator|2|t",
                        "occupancy_hourly|4|t",
                        "utilization|3|t");
        assertThat(postgres.staging()).isEmpty();
    }

    @Test
    void vehiclesAreNotPublishedUnlessTheyAreNamed() {
        PublishTown.build(lakeFolder, TableFormat.DELTA);
        assertThat(publish().exitCode()).isZero();
        assertThat(postgres.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'chargelake%' ORDER BY 1"))
                .containsExactly("chargelake", "chargelake_stage");
        assertThat(postgres.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'chargelake'"))
                .doesNotContain("charge_session", "trip", "drive", "vehicle");
        assertThat(postgres.rows("SELECT count(*) FROM chargelake.indicator WHERE key = 'V-007'"))
                .containsExactly("0");
        assertThat(publish("--tables", "charge_session"))
                .returns(40, Command::exitCode)
                .returns(
                        "Cannot publish charge_session: its rows are of single vehicles, which is personal data (if its readers may see that, say so:"
                                + " --personal charge_session; figures for others are made by ./chargelake extract)\n",
                        Command::err);
        assertThat(publish("--personal", "utilization").exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatChangedIsBroughtAlone(TableFormat format) {
        Lake lake = PublishTown.build(lakeFolder, format);
        publish("--tables", "occupancy_hourly");
        postgres.run("CREATE TABLE log (what text, id text)", LOG_CHANGES);
        PublishTown.replaceHours(
                lake,
                "2025-03-30",
                """
                device_type | device_id | hour                 | available_s | occupied_s | blocked_s | out_of_service_s | unknown_s | sessions_started
                connector   | C1        | 2025-03-30T01:00:00Z | 0           | 3600       | 0         | 0                | 0         | 0
                connector   | C2        | 2025-03-30T01:00:00Z | 60          | 3540       | 0         | 0                | 0         | 0
                """);
        Command command = publish("--tables", "occupancy_hourly");
        assertThat(command.err()).contains("chargelake.occupancy_hourly: 1 of 2 days changed", "2 rows");
        assertSame(lake, "chargelake", "occupancy_hourly", "true");
        assertThat(postgres.rows("SELECT * FROM log ORDER BY 1, 2")).containsExactly("DELETE|P1", "INSERT|C2");
        assertThat(postgres.rows("SELECT count(*) FROM chargelake.occupancy_hourly WHERE xmax <> '0'"))
                .as("rows that were only locked for an update")
                .containsExactly("0");
        assertThat(postgres.rows("SELECT day, rows FROM chargelake.published_day ORDER BY 1"))
                .containsExactly("2025-03-29|2", "2025-03-30|2");
    }

    @Test
    void aDayThatIsGoneInTheLakeGoes() {
        Lake lake = PublishTown.build(lakeFolder, TableFormat.DELTA);
        publish("--tables", "occupancy_hourly");
        lake.replace(OccupancyHourly.TABLE, lake.read(OccupancyHourly.TABLE).where("day = '2025-03-29'"));
        publish("--tables", "occupancy_hourly");
        assertSame(lake, "chargelake", "occupancy_hourly", "true");
        assertThat(postgres.rows("SELECT day FROM chargelake.published_day")).containsExactly("2025-03-29");
        lake.replace(OccupancyHourly.TABLE, lake.read(OccupancyHourly.TABLE).where("false"));
        assertThat(publish("--tables", "occupancy_hourly").exitCode()).isZero();
        assertThat(postgres.rows("SELECT count(*) FROM chargelake.occupancy_hourly"))
                .containsExactly("0");
    }

    @Test
    void daysThatWereNotAskedForComeLater() {
        Lake lake = PublishTown.build(lakeFolder, TableFormat.DELTA);
        publish("--tables", "occupancy_hourly", "--from", "2025-03-30");
        assertSame(lake, "chargelake", "occupancy_hourly", "day >= '2025-03-30'");
        assertThat(postgres.rows("SELECT version, rows FROM chargelake.published"))
                .containsExactly("null|2");
        assertThat(publish("--tables", "occupancy_hourly").err()).contains("1 of 2 days changed");
        assertSame(lake, "chargelake", "occupancy_hourly", "true");
    }

    @Test
    void whatSomeoneChangedThereIsMendedWhenAskedFor() {
        Lake lake = PublishTown.build(lakeFolder, TableFormat.DELTA);
        publish("--tables", "utilization");
        postgres.run(
                "UPDATE chargelake.utilization SET sessions = 99",
                "DELETE FROM chargelake.utilization WHERE level = 'city'",
                "INSERT INTO chargelake.utilization SELECT 'point', key, period, period_start, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, day FROM chargelake.utilization LIMIT 1");
        assertThat(publish("--tables", "utilization").err()).doesNotContain("wrote");
        assertThat(publish("--tables", "utilization", "--anew").exitCode()).isZero();
        assertSame(lake, "chargelake", "utilization", "true");
    }

    @Test
    void tablesAreTypedKeyedIndexedAndExplained() {
        PublishTown.build(lakeFolder, TableFormat.DELTA);
        publish("--personal", "charge_session");
        assertThat(
                        postgres.rows(
                                "SELECT attname, format_type(atttypid, atttypmod), attnotnull, col_description(attrelid, attnum) FROM pg_attribute"
                                        + " WHERE attrelid = 'chargelake_personal.charge_session'::regclass AND attname IN ('start_time', 'flags', 'energy_kwh', 'charges', 'duration_s', 'complete', 'day') ORDER BY attnum"))
                .containsExactly(
                        "start_time|timestamp with time zone|t|when its first charge began",
                        "duration_s|bigint|t|from start to end, gaps included [s]",
                        "energy_kwh|double precision|f|sum of its charges; empty where that of one is not known [kWh]",
                        "charges|integer|t|charges it was made of",
                        "complete|boolean|t|whether a trip before and one after agree with it and nothing is amiss: `flags` is empty",
                        "flags|text[]|t|why it is not complete, see sessions.md",
                        "day|date|t|UTC day the row is laid out by");
        assertThat(
                        postgres.rows(
                                "SELECT indexdef FROM pg_indexes WHERE schemaname = 'chargelake_personal' AND tablename = 'charge_session' ORDER BY 1"))
                .containsExactly(
                        "CREATE INDEX charge_session_by_day ON chargelake_personal.charge_session USING btree (day)",
                        "CREATE INDEX charge_session_by_vehicle_id_start_time ON chargelake_personal.charge_session USING btree (vehicle_id, start_time)",
                        "CREATE UNIQUE INDEX charge_session_pkey ON chargelake_personal.charge_session USING btree (session_id)");
        assertThat(postgres.rows("SELECT obj_description('chargelake.utilization'::regclass)"))
                .containsExactly("Use of each connector, point, station, city and operator by local periods");
    }

    @Test
    void everyTableThatIsDeclaredHasItsPlace() {
        for (Table table : Tables.ALL) {
            boolean mayBePersonal = table.columns().stream()
                    .map(Col::name)
                    .anyMatch(name -> name.matches("(.*_)?(vehicle_id|client_id|driver|vin|plate|email|phone)(_.*)?"));
            assertThat(table.isPersonal())
                    .as("%s has an id of a vehicle or person: say so by Col.personal()", table.name())
                    .isEqualTo(mayBePersonal || table.name().startsWith("quarantine_"));
        }
        Command ddl = Command.run("publish", "--ddl", "--lake", lakeFolder.toString());
        Tables.ALL.stream()
                .filter(table -> table.layer() == io.chargelake.jobs.tables.Layer.GOLD && !table.isPersonal())
                .forEach(table -> assertThat(ddl.out())
                        .contains("CREATE TABLE \"chargelake\".\"" + table.name() + "\" (")
                        .contains("CREATE VIEW \"chargelake\".\"fact_" + table.name() + "\" AS"));
    }

    @Test
    void theStatementsPrintedAreThoseThatMakeWhatIsPublished() {
        PublishTown.build(lakeFolder, TableFormat.DELTA);
        Command ddl = Command.run("publish", "--ddl", "--personal", "indicator", "--lake", lakeFolder.toString());
        assertThat(ddl.exitCode()).as(ddl.err()).isZero();
        Postgres other = Postgres.empty();
        other.run(ddl.out());
        publish("--personal", "indicator");
        String columns =
                "SELECT attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, col_description(attrelid, attnum) FROM pg_attribute"
                        + " JOIN pg_class c ON c.oid = attrelid WHERE relnamespace::regnamespace::text LIKE 'chargelake%' AND attnum > 0 AND"
                        + " relname IN (SELECT viewname FROM pg_views UNION SELECT tablename FROM pg_tables) ORDER BY 1::text, attnum";
        assertThat(other.rows(columns)).containsAll(postgres.rows(columns)).hasSizeGreaterThan(150);
        assertThat(Command.run("publish", "--lake", lakeFolder.toString(), "--database", other.url())
                        .exitCode())
                .isZero();
        assertThat(other.rows("SELECT count(*) FROM chargelake.fact_station_day"))
                .containsExactly("1");
    }

    @Test
    void aDryRunTellsAndChangesNothing() {
        PublishTown.build(lakeFolder, TableFormat.DELTA);
        Command before = publish("--dry-run");
        assertThat(before.exitCode()).as(before.err()).isZero();
        assertThat(before.out())
                .contains("CREATE SCHEMA IF NOT EXISTS \"chargelake\";", "-- chargelake.utilization: new")
                .contains("CREATE TABLE \"chargelake\".\"utilization\" (");
        assertThat(postgres.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'chargelake%'"))
                .isEmpty();
        publish();
        assertThat(publish("--dry-run").out())
                .contains("-- chargelake.utilization: version 0 is there; left as it is")
                .doesNotContain("CREATE", "COMMENT");
    }

    @Test
    void versionsAreThoseThatRunsLeftTogether() throws IOException {
        Lake lake = PublishTown.build(lakeFolder, TableFormat.DELTA);
        record("first", "2025-04-01T00:00:00Z", "ok", "0");
        List<String> first = PublishedRows.inLake(lake, "utilization", "true");
        lake.replace(Utilization.TABLE, lake.read(Utilization.TABLE).where("level = 'city'"));
        record("second", "2025-04-02T00:00:00Z", "failed", "1");
        publish("--tables", "utilization");
        assertThat(new PublishedRows(postgres).stored("chargelake", "utilization"))
                .isEqualTo(first);
        record("third", "2025-04-03T00:00:00Z", "ok", "1");
        publish("--tables", "utilization");
        assertSame(lake, "chargelake", "utilization", "true");
        record("fourth", "2025-04-04T00:00:00Z", "ok", "7");
        assertThat(publish("--tables", "utilization"))
                .returns(20, Command::exitCode)
                .returns(
                        "Cannot read utilization at version 7, which a run's record names: it is not kept any more (run the job that makes the table again)\n",
                        Command::err);
    }

    private void record(String id, String ended, String status, String version) throws IOException {
        Path records = Files.createDirectories(lakeFolder.resolve("_runs/occupancy"));
        Files.writeString(
                records.resolve(id + ".json"),
                "{\"job\":\"occupancy\",\"run_id\":\"" + id + "\",\"ended\":\"" + ended + "\",\"status\":\"" + status
                        + "\",\"outputs\":[{\"table\":\"utilization\",\"version\":\"" + version + "\",\"rows\":1}]}");
    }

    private static final String LOG_CHANGES =
            """
            CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO log VALUES (TG_OP, coalesce(NEW.device_id, OLD.device_id)); RETURN coalesce(NEW, OLD);
            END $$;
            CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON chargelake.occupancy_hourly FOR EACH ROW
                EXECUTE FUNCTION log_change()
            """;

    private Command publish(String... more) {
        return Command.run(Stream.concat(
                        Stream.of("publish", "--lake", lakeFolder.toString(), "--database", postgres.url()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void assertSame(Lake lake, String schema, String name, String where) {
        new PublishedRows(postgres).areThoseOf(lake, schema, name, where);
    }
}
