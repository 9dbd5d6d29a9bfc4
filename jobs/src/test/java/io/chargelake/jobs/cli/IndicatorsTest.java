package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Indicator;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import io.chargelake.jobs.vehicles.testing.DuckReference;
import io.chargelake.jobs.vehicles.testing.Fleet;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indicators against SQL on DuckDB, in numbers a person can check, and as answers. */
class IndicatorsTest {
    @TempDir
    Path folder;

    /** Across the end of winter time, so that local days differ from those of UTC by one hour and by two. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyIndicatorAgreesWithTheReference(long seed) {
        Fleet fleet = Fleet.generate(folder.resolve("raw"), seed, 20, 14, 0.1);
        Lake lake = lake(TableFormat.DELTA);
        lake.replace(Vehicle.TABLE, fleet.vehicles());
        lake.replace(Drive.TABLE, fleet.drives());
        lake.replace(Charge.TABLE, fleet.charges());
        run("sessions");
        run("indicators");
        try (DuckReference duck = new DuckReference()) {
            for (Table table : List.of(Vehicle.TABLE, Trip.TABLE, ChargeSession.TABLE, Cycle.TABLE, Indicator.TABLE)) {
                duck.table(table.name(), Fleet.parquet(folder, "parquet/" + table.name(), lake.read(table)));
            }
            duck.script("indicators.sql");
            String columns = "period, period_start, dimension, key, indicator, unit, value, n";
            assertThat(duck.differences(columns, "indicator", "ref_indicator")).isEmpty();
            assertThat(duck.count("ref_indicator")).isGreaterThan(20_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void figuresOfTwoTripsOnALocalDay(TableFormat format) {
        trips(format);
        run("indicators", "--short-km", "10", "--long-min", "600");
        assertThat(
                        indicators("period = 'day' AND dimension = 'vehicle_type'")
                                .where(
                                        "indicator IN ('trips', 'long_trips', 'short_trips_share', 'trip_distance_p50', 'energy_per_100km')"))
                .hasRows(
                        """
                        period_start | key     | indicator         | unit       | value | n
                        2025-07-01   | van     | trips             |            | 2.0   | 2
                        2025-07-01   | van     | long_trips        |            | 1.0   | 2
                        2025-07-01   | van     | short_trips_share |            | 0.5   | 2
                        2025-07-01   | van     | trip_distance_p50 | km         | 104.0 | 2
                        2025-07-01   | van     | energy_per_100km  | kWh/100 km | 20.0  | 2
                        2025-07-02   | unknown | trips             |            | 1.0   | 1
                        2025-07-02   | unknown | long_trips        |            | 0.0   | 1
                        2025-07-02   | unknown | short_trips_share |            | 0.0   | 1
                        2025-07-02   | unknown | trip_distance_p50 | km         | 50.0  | 1
                        2025-07-02   | unknown | energy_per_100km  | kWh/100 km | 30.0  | 1
                        """);
        assertThat(indicators("indicator = 'trips' AND dimension = 'all' AND period <> 'day'")
                        .drop("unit", "n"))
                .hasRows(
                        """
                        period  | period_start | value
                        weekday | 2025-01-07   | 2.0
                        weekday | 2025-01-01   | 1.0
                        month   | 2025-07-01   | 3.0
                        year    | 2025-01-01   | 3.0
                        """);
    }

    @Test
    void aYearIsComputedAnewWithoutTouchingTheOthers() {
        trips(TableFormat.DELTA);
        run("indicators");
        List<String> whole = rows();
        assertThat(whole).isNotEmpty();
        assertThat(run("indicators", "--from", "2025-07-01", "--to", "2025-07-02")
                        .exitCode())
                .isZero();
        assertThat(rows()).isEqualTo(whole);
        Command other = run("indicators", "--from", "2024-01-02", "--to", "2024-01-03", "--short-km", "1000");
        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(rows()).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    long-trip-days       | period     period_start  long_trips_share  long_trips  trips
                    short-trip-days      | period     period_start  short_trips_share  short_trips  trips
                    energy-hungry-types  | vehicle_type  trip_energy_mean  trip_energy_p90  energy_per_100km  thirsty_trips_share  trip_distance_mean  trips
                    thirsty-batteries    | battery_type  energy_per_100km  energy_per_hour  cycle_energy_per_100km_p90  thirsty_cycles_share  cycles
                    soc-losing-batteries | battery_type  soc_lost_parked_per_hour  soc_used_per_hour  cycles  trips
                    complete-sessions    | complete_or_flag  sessions  energy_kwh_mean  power_kw_mean  duration_min_mean  soc_change_mean
                    """)
    void aQuestionIsAnsweredByATable(String question, String header) {
        trips(TableFormat.DELTA);
        Command answer = run("indicators", "--question", question);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().lines().findFirst().orElseThrow().strip().split(" +"))
                .containsExactly(header.split(" +"));
        assertThat(lake().has(Indicator.TABLE)).isFalse();
    }

    @Test
    void energyHungryTypesComeFirst() {
        trips(TableFormat.DELTA);
        assertThat(run("indicators", "--question", "energy-hungry-types").out())
                .isEqualTo(
                        """
                        vehicle_type  trip_energy_mean  trip_energy_p90  energy_per_100km  thirsty_trips_share  trip_distance_mean  trips
                        ------------  ----------------  ---------------  ----------------  -------------------  ------------------  -----
                        van                       20.8            36.16              20.0                  0.0               104.0    2.0
                        unknown                   15.0             15.0              30.0                  1.0                50.0    1.0
                        """);
    }

    @Test
    void whatIsNoQuestionAndNoThresholdIsRefused() {
        assertThat(run("indicators", "--question", "why").err())
                .contains("'why' is no question (long-trip-days, short-trip-days, energy-hungry-types");
        assertThat(run("indicators", "--periods", "whole").err()).contains("'whole' is for questions only");
        assertThat(run("indicators", "--long-km", "-1").err())
                .contains("Cannot compute indicators: a threshold is below 0");
    }

    /** In Berlin, the first trip begins on July 1st, and so does the second; the third at midnight of the 2nd. */
    private void trips(TableFormat format) {
        Lake lake = lake(format);
        lake.replace(
                Vehicle.TABLE,
                InlineTable.of(
                        Vehicle.TABLE,
                        """
                        vehicle_id | vehicle_type | battery_type
                        ev-1       | van          | LFP
                        """));
        lake.replace(
                Drive.TABLE,
                InlineTable.of(
                        Drive.TABLE,
                        """
                        drive_id | vehicle_id | start_time          | end_time            | distance_km | energy_kwh | soc_start | soc_end
                        d1       | ev-1       | 2025-06-30 22:00:00 | 2025-06-30 23:00:00 | 8           | 1.6        | 80        | 78
                        d2       | ev-1       | 2025-07-01 12:00:00 | 2025-07-01 15:00:00 | 200         | 40         | 77        | 20
                        d3       | ev-2       | 2025-07-01 22:00:00 | 2025-07-01 23:00:00 | 50          | 15         | 90        | 70
                        """));
        Command sessions = run("sessions");
        assertThat(sessions.exitCode()).as(sessions.err()).isZero();
        assertThat(lake().read(Trip.TABLE).count()).isEqualTo(3);
    }

    private Command run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--lake", folder.resolve("lake").toString()));
        return Command.run(all.toArray(String[]::new));
    }

    private org.apache.spark.sql.Dataset<Row> indicators(String where) {
        return lake().read(Indicator.TABLE).where(where);
    }

    private List<String> rows() {
        return lake().read(Indicator.TABLE).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    private Lake lake(TableFormat format) {
        return Lakes.open(TestSpark.session(), root(), Optional.of(format), Lakes.Access.WRITE, Optional.empty());
    }

    private Lake lake() {
        return Lakes.open(TestSpark.session(), root(), Optional.empty(), Lakes.Access.READ, Optional.empty());
    }

    private URI root() {
        return Storage.uri(folder.resolve("lake").toString());
    }
}
