package io.chargelake.jobs.vehicles.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.vehicles.testing.DuckReference;
import io.chargelake.jobs.vehicles.testing.Fleet;
import io.chargelake.vehicle.SessionLimits;
import java.nio.file.Path;
import java.util.List;
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
                        .kept()) {
            duck.table("drive", Fleet.parquet(folder, "drive", drives))
                    .table("charge", Fleet.parquet(folder, "charge", charges))
                    .table("trip", Fleet.parquet(folder, "trip", made.trips()))
                    .table("charge_session", Fleet.parquet(folder, "charge_session", made.sessions()))
                    .table("cycle", Fleet.parquet(folder, "cycle", made.cycles()))
                    .table("refused", Fleet.parquet(folder, "refused", made.refused()));
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
            Made.Tally tally = made.tally();
            assertThat(tally.read()).isEqualTo(duck.count("record"));
            assertThat(tally.read()).isEqualTo(tally.accepted() + tally.refused());
        }
    }

    private static void assertSame(DuckReference duck, String table, String columns) {
        List<String> differences =
                duck.differences(columns, "(SELECT *, " + TIMES + " FROM " + table + ")", "ref_" + table);
        assertThat(differences).as(table).isEmpty();
        assertThat(duck.count("ref_" + table)).isGreaterThan(500);
    }
}
