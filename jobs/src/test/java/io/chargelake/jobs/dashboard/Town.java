package io.chargelake.jobs.dashboard;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.RunRecord;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.lake.Written;
import io.chargelake.jobs.tables.Anomaly;
import io.chargelake.jobs.tables.BacktestScore;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyForecast;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Utilization;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A small lake: two stations with three points over the days when summer time begins, and 40 vehicles of which 3 are taxis. What is written
 * counts once a run says so.
 */
final class Town {
    static final int VEHICLES = 40;

    private final Path folder;
    private final Lake lake;
    private int runs;

    Town(Path folder, TableFormat format) {
        this.folder = folder;
        this.lake = Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.toString()),
                Optional.of(format),
                Lakes.Access.WRITE,
                Optional.empty());
    }

    Path folder() {
        return folder;
    }

    Lake lake() {
        return lake;
    }

    Town withEverything() {
        network();
        occupancy(1);
        vehicles();
        forecasts();
        return this;
    }

    void network() {
        run(
                "ingest-status",
                write(
                        ChargingStation.TABLE,
                        """
                        id_cs | name       | city | country | longitude | latitude | operator_name
                        1     | Rathaus    | Köln | DE      | 6.96      | 50.94    | Stadt"werke
                        2     | Ein 'Platz | Ulm  | DE      | 9.99      | 48.4     | Netz & Co
                        """),
                write(
                        ChargingPoint.TABLE,
                        """
                        id_cp | id_cs
                        P1    | 1
                        P2    | 1
                        P3    | 2
                        """),
                write(
                        Connector.TABLE,
                        """
                        id_connector | id_cp | max_power
                        C1           | P1    | 22
                        C3           | P3    | 150
                        """));
        run(
                "station-kpis",
                write(
                        StationRegister.TABLE,
                        """
                        station_id | source | name    | city | state | country | latitude | longitude | operator    | access | status      | opened_on  | connectors | max_power_kw
                        1          | ocpi   | Rathaus | Köln | NW    | DE      | 50.941   | 6.961     | Stadt"werke | public | operational | 2020-05-01 | 2          | 22
                        77         | ocpi   | Bahnhof | Bonn | NW    | DE      | 50.73    | 7.1       | Netz & Co   | public | planned     | 2021-05-01 | 4          | 150
                        """),
                write(
                        StationKpi.TABLE,
                        """
                        level    | key  | date       | kpi              | numerator | denominator | value | country | state | unknown | unknown_share | basis
                        all      | all  | 2025-03-01 | stations         | 1         | 1           | 1     |         |       | 0       | 0             | register
                        all      | all  | 2025-03-31 | stations         | 2         | 1           | 2     |         |       | 0       | 0             | register
                        all      | all  | 2025-03-31 | operational_rate | 1         | 2           | 0.5   |         |       | 0       | 0             | live
                        city     | Köln | 2025-03-31 | stations         | 1         | 1           | 1     | DE      | NW    | 0       | 0             | register
                        """));
    }

    /** Points are occupied in every third hour for {@code tenths} tenths of it, each after its own shift; P3 is out for a day. */
    void occupancy(int tenths) {
        StringBuilder hours = new StringBuilder(
                "device_type | device_id | hour | available_s | occupied_s | blocked_s | out_of_service_s | unknown_s | sessions_started\n");
        for (int hour = 0; hour < 72; hour++) {
            String at = String.format(Locale.ROOT, "2025-03-%02dT%02d:00:00Z", 29 + hour / 24, hour % 24);
            for (int point = 1; point <= 3; point++) {
                boolean isOut = point == 3 && hour < 24;
                int occupied = (hour + point) % 3 == 0 ? 360 * tenths : 0;
                int unknown = hour % 10 == 0 ? 600 : 0;
                hours.append(String.format(
                        Locale.ROOT,
                        "point | P%d | %s | %d | %d | 0 | %d | %d | %d%n",
                        point,
                        at,
                        isOut ? 0 : 3600 - occupied - unknown,
                        isOut ? 0 : occupied,
                        isOut ? 3600 - unknown : 0,
                        unknown,
                        occupied > 0 ? 1 : 0));
            }
            hours.append("connector | C1 | " + at + " | 1800 | 1800 | 0 | 0 | 0 | 1\n");
        }
        run(
                "occupancy",
                write(OccupancyHourly.TABLE, hours.toString()),
                write(Utilization.TABLE, utilization(tenths)),
                write(
                        ChargingSession.TABLE,
                        """
                        session_id | device_type | device_id | start_time           | end_time             | duration_s | polls | last_poll
                        P1@1       | point       | P1        | 2025-03-29T22:30:00Z | 2025-03-29T22:40:00Z | 600        | 1     | 2025-03-29T22:35:00Z
                        P1@2       | point       | P1        | 2025-03-30T10:00:00Z | 2025-03-30T11:10:00Z | 4200       | 7     | 2025-03-30T11:00:00Z
                        P3@1       | point       | P3        | 2025-03-30T23:30:00Z | 2025-03-31T23:30:00Z | 86400      | 9     | 2025-03-31T23:00:00Z
                        C1@1       | connector   | C1        | 2025-03-30T10:00:00Z | 2025-03-30T11:00:00Z | 3600       | 6     | 2025-03-30T10:50:00Z
                        """),
                write(
                        StatusRun.TABLE,
                        """
                        device_type | device_id | status     | start_time           | end_time             | polls | duration_s | last_poll
                        point       | P1        | AVAILABLE  | 2025-03-29T00:00:00Z | 2025-03-29T10:00:00Z | 60    | 36000      | 2025-03-29T09:50:00Z
                        point       | P1        | CHARGING   | 2025-03-31T10:00:00Z | 2025-03-31T23:50:00Z | 60    | 49800      | 2025-03-31T23:40:00Z
                        point       | P2        | OUTOFORDER | 2025-03-31T10:00:00Z | 2025-03-31T23:50:00Z | 60    | 49800      | 2025-03-31T23:40:00Z
                        point       | P3        | AVAILABLE  | 2025-03-29T00:00:00Z | 2025-03-29T10:00:00Z | 60    | 36000      | 2025-03-29T09:50:00Z
                        """));
    }

    /** Two local days, the second one of 23 hours. */
    private static String utilization(int tenths) {
        StringBuilder rows = new StringBuilder(
                "level | key | period | period_start | devices | observed_share | sessions | available_s | occupied_s | blocked_s | out_of_service_s | session_s\n");
        for (String day : List.of("2025-03-29", "2025-03-30")) {
            for (String key : List.of(
                    "point | P1",
                    "point | P2",
                    "point | P3",
                    "station | 1",
                    "station | 2",
                    "city | Köln",
                    "city | Ulm")) {
                rows.append(String.format(
                        Locale.ROOT,
                        "%s | day | %s | %d | 0.9 | 2 | %d | %d | 300 | 60 | 7200%n",
                        key,
                        day,
                        key.contains("1") && !key.contains("P") ? 2 : 1,
                        40_000 + key.length(),
                        1_000 * tenths));
            }
        }
        return rows.toString();
    }

    void vehicles() {
        StringBuilder vehicles = new StringBuilder("vehicle_id | model | vehicle_type | battery_kwh | battery_type\n");
        StringBuilder trips = new StringBuilder(
                "trip_id | vehicle_id | start_time | end_time | duration_s | distance_km | energy_kwh | drives | flags\n");
        StringBuilder sessions = new StringBuilder(
                "session_id | vehicle_id | start_time | end_time | duration_s | energy_kwh | soc_start | soc_end | power_mean_kw | power_max_kw | charges | complete | flags\n");
        StringBuilder cycles = new StringBuilder(
                "cycle_id | vehicle_id | start_time | end_time | closed | energy_in_kwh | energy_out_kwh | distance_km | trips | soc_lost_parked | parked_s\n");
        for (int v = 0; v < VEHICLES; v++) {
            String id = "VIN-" + v;
            String type = v < 3 ? "taxi" : v < 22 ? "van" : "car";
            vehicles.append(id + " | Model " + v % 2 + " | " + type + " | 50 | " + (v % 2 == 0 ? "NMC" : "LFP") + "\n");
            trips.append("T" + v + " | " + id + " | 2025-03-30T08:00:00Z | 2025-03-30T09:00:00Z | 3600 | 40 | "
                    + (6 + v % 4) + " | 1 | \n");
            // three vehicles alone charge more than 40 kWh
            sessions.append("S" + v + " | " + id + " | 2025-03-30T18:00:00Z | 2025-03-30T20:00:00Z | 7200 | "
                    + (v < 3 ? 45 : v % 2 == 0 ? 12 : 22) + " | 20 | 70 | 6 | 7 | 1 | " + (v % 5 != 0) + " | "
                    + (v % 5 == 0 ? "no_trip_after" : "") + "\n");
            cycles.append("S" + v + " | " + id
                    + " | 2025-03-30T18:00:00Z | 2025-03-31T18:00:00Z | true | 12 | 8 | 40 | 1 | 0.5 | 36000\n");
        }
        run("ingest-vehicles", write(Vehicle.TABLE, vehicles.toString()));
        run(
                "sessions",
                write(Trip.TABLE, trips.toString()),
                write(ChargeSession.TABLE, sessions.toString()),
                write(Cycle.TABLE, cycles.toString()));
    }

    /** Two forecasts of Köln, of which the last counts, what came true before it and in its first hour, and a fault. */
    void forecasts() {
        run(
                "forecast",
                write(
                        OccupancyForecast.TABLE,
                        """
                        level | key  | made_at              | hour                 | horizon_h | value | p10 | p90 | model | devices
                        city  | Köln | 2025-03-30T00:00:00Z | 2025-03-30T00:00:00Z | 1         | 9.0   | 8.0 | 9.5 | old   | 2
                        city  | Köln | 2025-03-31T00:00:00Z | 2025-03-31T00:00:00Z | 1         | 1.2   | 0.5 | 1.9 | trees | 2
                        city  | Köln | 2025-03-31T00:00:00Z | 2025-03-31T01:00:00Z | 2         | 1.4   | 0.4 | 2.0 | trees | 2
                        """),
                write(
                        OccupancyFeature.TABLE,
                        """
                        level | key  | hour                 | share | devices | profile_weeks | day_kind_days | hour_of_day | day_of_week | month | is_holiday
                        city  | Köln | 2025-03-30T23:00:00Z | 0.25  | 2       | 1             | 1             | 1           | 1           | 3     | false
                        city  | Köln | 2025-03-31T00:00:00Z | 0.5   | 2       | 1             | 1             | 2           | 1           | 3     | false
                        city  | Köln | 2025-03-31T01:00:00Z |       | 2       | 1             | 1             | 3           | 1           | 3     | false
                        city  | Köln | 2025-03-20T00:00:00Z | 0.75  | 2       | 1             | 1             | 1           | 1           | 3     | false
                        """),
                write(
                        BacktestScore.TABLE,
                        """
                        series | model            | horizon_h | mae | rmse | coverage_80 | n
                        city   | trees            | 1         | 0.2 | 0.3  | 0.81        | 100
                        city   | last_observation | 1         | 0.4 | 0.5  |             | 100
                        """),
                write(
                        Anomaly.TABLE,
                        """
                        kind     | level | key | since                | noticed_at           | until                | score | lost_sessions | lost_kwh | evidence      | station | operator_name
                        silent   | point | P2  | 2025-03-30T00:00:00Z | 2025-03-31T00:00:00Z |                      | 4.5   | 3             | 30       | no session    | 1       | Stadt"werke
                        flapping | point | P1  | 2025-03-29T00:00:00Z | 2025-03-29T05:00:00Z | 2025-03-29T06:00:00Z | 6     | 0             | 0        | nine sessions | 1       | Stadt"werke
                        """));
    }

    Written write(Table table, String rows) {
        return lake.replace(table, InlineTable.of(table, rows));
    }

    void run(String job, Written... outputs) {
        run(job, "ok", outputs);
    }

    /** Leaves a record, by which what was written is published, if the run was a good one. */
    void run(String job, String status, Written... outputs) {
        List<RunRecord.Output> told = new ArrayList<>();
        for (Written written : outputs) {
            told.add(new RunRecord.Output(written.table(), written.version(), written.rows()));
        }
        String at = String.format(Locale.ROOT, "2025-04-01T00:%02d:00Z", ++runs);
        RunRecord record = new RunRecord(
                job,
                "run-" + runs,
                at,
                at,
                status,
                Map.of(),
                "test",
                List.of(),
                told,
                10,
                7,
                2,
                1,
                List.of(),
                "2025a",
                new RunRecord.Metrics(0, 0));
        Path file = folder.resolve("_runs/" + job + "/run-" + runs + ".json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, record.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a query in Spark's SQL, over the tables as they are now. */
    List<Row> sql(String query) {
        for (String table : lake.tables()) {
            lake.stored(table).createOrReplaceTempView(table);
        }
        Dataset<Row> rows = TestSpark.session().sql(query);
        return rows.collectAsList();
    }
}
