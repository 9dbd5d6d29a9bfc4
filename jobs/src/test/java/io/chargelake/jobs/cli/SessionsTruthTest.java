package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.vehicles.testing.DuckReference;
import io.chargelake.jobs.vehicles.testing.Fleet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What really happened to generated vehicles, and how much of it is found in their raw files. */
class SessionsTruthTest {
    private static final String FOUND =
            """
            CREATE TABLE found AS
            SELECT t.*, o.session_id IS NOT NULL AS is_found, o.flags AS our_flags
            FROM true_session t LEFT JOIN charge_session o ON o.vehicle_id = t.vehicle_id AND o.start_time = t.start_time
                AND o.end_time = t.end_time AND abs(o.energy_kwh - t.energy_kwh) < 1e-9 AND o.charges = t.charges
            """;

    /** Flags of the sessions that touch a true one that was not found, and of the trip that follows it. */
    private static final String UNEXPLAINED =
            """
            SELECT f.vehicle_id, f.session_id, f.start_time, f.end_time FROM found f WHERE NOT is_found
                AND NOT EXISTS (FROM charge_session o WHERE o.vehicle_id = f.vehicle_id AND len(o.flags) > 0
                    AND o.start_time <= f.end_time + INTERVAL 10 MINUTE AND o.end_time >= f.start_time - INTERVAL 10 MINUTE)
                AND NOT EXISTS (SELECT 1 FROM (SELECT first(flags ORDER BY start_time) AS flags FROM trip o
                    WHERE o.vehicle_id = f.vehicle_id AND o.start_time >= f.end_time) WHERE len(flags) > 0)
            """;

    @TempDir
    Path folder;

    @Test
    void everyTrueSessionAndTripOfAnUndamagedFleetIsFoundExactly() {
        try (DuckReference duck = found(5, 0)) {
            assertThat(duck.rows("SELECT count(*) FILTER (NOT is_found), count(*) > 500 FROM found"))
                    .containsExactly("0 | true");
            assertThat(duck.differences(
                            "*",
                            "(SELECT session_id FROM charge_session)",
                            "(SELECT split_part(charge_ids, '|', 1) FROM true_session)"))
                    .isEmpty();
            assertThat(
                            duck.differences(
                                    "*",
                                    "(SELECT vehicle_id, start_time, end_time, drives::BIGINT, round(distance_km, 3), round(energy_kwh, 3) FROM trip)",
                                    "(SELECT vehicle_id, start_time, end_time, drives::BIGINT, distance_km, energy_kwh FROM true_trip)"))
                    .isEmpty();
            assertThat(
                            duck.rows(
                                    "FROM found WHERE list_sort(string_split(flags, '|')) <> list_sort(our_flags) AND flags <> ''"))
                    .as("flags")
                    .isEmpty();
            assertThat(duck.rows("FROM found WHERE complete <> (len(our_flags) = 0)"))
                    .isEmpty();
        }
    }

    @Test
    void ninetyNineOfAHundredTrueSessionsOfADamagedFleetAreFoundAndFlagsExplainTheRest() {
        try (DuckReference duck = found(6, 0.01)) {
            String report = duck.rows(
                            """
                            SELECT format('{} of {} true sessions found exactly ({:.2f} %); of {} with several charges {}, of {} after a pause {}',
                                count(*) FILTER (is_found), count(*), 100.0 * count(*) FILTER (is_found) / count(*),
                                count(*) FILTER (charges > 1), count(*) FILTER (charges > 1 AND is_found),
                                count(*) FILTER (flags LIKE '%no_trip_before%'), count(*) FILTER (flags LIKE '%no_trip_before%' AND is_found))
                            FROM found
                            """)
                    .get(0);
            System.out.println(report);
            assertThat(Double.parseDouble(
                            duck.rows("SELECT avg(is_found::INT) FROM found").get(0)))
                    .as(report)
                    .isBetween(0.99, 0.9999);
            assertThat(duck.rows(UNEXPLAINED)).isEmpty();
            assertThat(
                            duck.rows(
                                    """
                            SELECT session_id, flags FROM charge_session o WHERE len(flags) = 0
                                AND NOT EXISTS (FROM found f WHERE f.vehicle_id = o.vehicle_id AND f.start_time = o.start_time AND is_found)
                            """))
                    .as("complete sessions that did not happen so")
                    .isEmpty();
        }
    }

    private DuckReference found(long seed, double damage) {
        Fleet.generate(folder.resolve("raw"), seed, 80, 42, damage);
        run("ingest-vehicles", "--input", folder.resolve("raw/vehicles").toString());
        run("sessions");
        DuckReference duck = new DuckReference();
        duck.table("trip", folder + "/lake/trip/*/*.parquet")
                .table("charge_session", folder + "/lake/charge_session/*/*.parquet")
                .table("true_session", folder + "/raw/truth/vehicles/charge_session/*.parquet")
                .table("true_trip", folder + "/raw/truth/vehicles/trip/*.parquet");
        duck.run(FOUND);
        return duck;
    }

    private void run(String... job) {
        Command command = Command.run(Stream.concat(
                        Arrays.stream(job),
                        Stream.of("--lake", folder.resolve("lake").toString()))
                .toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
    }
}
