package io.chargelake.jobs.vehicles.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.testing.TestSpark;
import io.chargelake.jobs.vehicles.testing.DuckReference;
import io.chargelake.jobs.vehicles.testing.Fleet;
import io.chargelake.vehicle.SessionLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trips, sessions and cycles of damaged fleets, against SQL on DuckDB: every column of every row. */
class SessionsReferenceTest {
    private static final String TIMES = "epoch_us(start_time) AS s, epoch_us(end_time) AS e";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRowAgreesWithTheReference(long seed) {
        Fleet fleet = Fleet.generate(folder.resolve("raw"), seed, 60, 21, 0.1);
        var drives = fleet.drives();
        var charges = fleet.charges();
        Period period = new Period(fleet.from(), fleet.to());
        try (DuckReference duck = new DuckReference();
                Made made = Made.of(
                                Records.sorted(Records.of(drives, charges), 3), SessionLimits.DEFAULTS, period.span())
                        .byDay(3)) {
            Tally tally = written(made).tally();
            duck.table("drive", Fleet.parquet(folder, "drive", drives))
                    .table("charge", Fleet.parquet(folder, "charge", charges))
                    .table("trip", folder + "/files/trip/*/*.parquet")
                    .table("charge_session", folder + "/files/charge_session/*/*.parquet")
                    .table("cycle", folder + "/files/cycle/*/*.parquet")
                    .table("refused", Fleet.parquet(folder, "refused", made.rows(Made.Kind.REFUSED)));
            duck.run("CREATE MACRO period_from() AS " + period.span().start());
            duck.run("CREATE MACRO period_to() AS " + period.span().end());
            duck.script("sessions.sql");
            assertSame(
                    duck,
                    "trip",
                    "trip_id, vehicle_id, s, e, duration_s, distance_km, energy_kwh, soc_start, soc_end, drives, flags");
            assertSame(
                    duck,
                    "charge_session",
                    "session_id, vehicle_id, s, e, duration_s, energy_kwh, soc_start, soc_end, power_mean_kw, power_max_kw, power_type, zone, charges, complete, flags");
            assertSame(
                    duck,
                    "cycle",
                    "cycle_id, vehicle_id, s, e, closed, energy_in_kwh, energy_out_kwh, distance_km, kwh_per_100km, trips, soc_lost_parked, parked_s");
            assertThat(duck.differences(
                            "*",
                            "(SELECT vehicle_id, record_id AS id, CASE WHEN is_drive THEN 'drive' ELSE 'charge' END AS kind, reason FROM refused)",
                            "ref_refused"))
                    .isEmpty();
            assertThat(duck.count("ref_refused")).isGreaterThan(50);
            assertThat(tally.read()).isEqualTo(duck.count("record"));
            assertThat(tally.read()).isEqualTo(tally.accepted() + tally.refusedRecords());
            assertThat(made.tally().accepted()).isEqualTo(tally.accepted());
            assertRowsAreThoseOfTheFiles(made);
        }
    }

    private SessionFiles.Written written(Made made) {
        var targets = new SessionFiles.Targets(target(Trip.TABLE), target(ChargeSession.TABLE), target(Cycle.TABLE));
        return made.blocks()
                .mapPartitions(
                        blocks -> List.of(SessionFiles.write(blocks, targets)).iterator())
                .fold(SessionFiles.Written.nothing(), SessionFiles.Written::plus);
    }

    private FileTarget target(Table table) {
        return FileTarget.of(TestSpark.session(), folder + "/files/" + table.name(), Map.of());
    }

    private void assertRowsAreThoseOfTheFiles(Made made) {
        assertRowsOf(Trip.TABLE, made.rows(Made.Kind.TRIP));
        assertRowsOf(ChargeSession.TABLE, made.rows(Made.Kind.SESSION));
        assertRowsOf(Cycle.TABLE, made.rows(Made.Kind.CYCLE));
    }

    private void assertRowsOf(Table table, Dataset<Row> rows) {
        Dataset<Row> files = TestSpark.session()
                .read()
                .schema(table.schema())
                .parquet(folder + "/files/" + table.name())
                .drop(Table.DAY.name());
        String[] columns = rows.columns();
        assertThat(rows.selectExpr(columns).exceptAll(files.selectExpr(columns)).isEmpty())
                .as(table.name())
                .isTrue();
        assertThat(rows.count()).isEqualTo(files.count());
    }

    private static void assertSame(DuckReference duck, String table, String columns) {
        List<String> differences =
                duck.differences(columns, "(SELECT *, " + TIMES + " FROM " + table + ")", "ref_" + table);
        assertThat(differences).as(table).isEmpty();
        assertThat(duck.count("ref_" + table)).isGreaterThan(500);
    }
}
