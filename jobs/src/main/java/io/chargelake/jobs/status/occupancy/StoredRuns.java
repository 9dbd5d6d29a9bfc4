package io.chargelake.jobs.status.occupancy;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the tables know around the days that are computed. Only days that can matter are read. */
record StoredRuns(Dataset<Row> table, Dataset<Row> hours, Scope scope) {
    private static final int MOST_NAMED = 500;
    private static final String CHOSEN = "chosen";

    /** Runs of the days around, and those that reach into them from later days; none that lie in the days computed. */
    JavaRDD<StoredRun> around() {
        Column day = Table.DAY.col();
        Column outside = StatusRun.START_TIME.col().lt(time(scope.firstDay())).or(day.geq(date(scope.endDay())));
        Column reachesIn =
                day.lt(date(scope.endWritten())).or(StatusRun.START_TIME.col().lt(time(scope.endWritten())));
        return table.where(day.geq(date(scope.firstNeeded())).and(outside).and(reachesIn))
                .select(StoredRun.columns())
                .toJavaRDD()
                .map(StoredRun::of);
    }

    /** Whether there are runs of other days than those computed. */
    boolean reachOut() {
        Column day = Table.DAY.col();
        return !table.where(day.lt(date(scope.firstDay())).or(day.geq(date(scope.endDay()))))
                .isEmpty();
    }

    /**
     * Devices silent for so long that no run of theirs is around, but heard before and after: they have hours on all days
     * written.
     */
    List<Device> silent() {
        boolean isLast =
                table.where(Table.DAY.col().geq(date(scope.endWritten()))).isEmpty();
        if (isLast) {
            return List.of();
        }
        Column firstHour = Table.DAY
                .col()
                .equalTo(date(scope.firstWritten()))
                .and(OccupancyHourly.HOUR.col().equalTo(time(scope.firstWritten())));
        return hours
                .where(firstHour)
                .select(OccupancyHourly.DEVICE_TYPE.col(), OccupancyHourly.DEVICE_ID.col())
                .collectAsList()
                .stream()
                .map(row -> new Device(row.getString(0), row.getString(1)))
                .toList();
    }

    /** The last run of each device before all those around. */
    List<StoredRun> before(List<Device> devices) {
        Column before = Table.DAY.col().lt(date(scope.firstNeeded()));
        return oneEach(table.where(before), devices, run -> max_by(run, StatusRun.LAST_POLL.col()));
    }

    /** The first run of each device after all those around. */
    List<StoredRun> after(List<Device> devices) {
        Column after = Table.DAY.col().geq(date(scope.endWritten()));
        Column begins = StatusRun.START_TIME.col().geq(time(scope.endWritten()));
        return oneEach(table.where(after.and(begins)), devices, run -> min_by(run, StatusRun.LAST_POLL.col()));
    }

    private static List<StoredRun> oneEach(Dataset<Row> runs, List<Device> devices, UnaryOperator<Column> choice) {
        if (devices.isEmpty()) {
            return List.of();
        }
        Set<Device> asked = Set.copyOf(devices);
        Column run = choice.apply(struct(StoredRun.columns()));
        return of(runs, devices)
                .groupBy(StatusRun.DEVICE_TYPE.col(), StatusRun.DEVICE_ID.col())
                .agg(run.as(CHOSEN))
                .select(CHOSEN + ".*")
                .collectAsList()
                .stream()
                .map(StoredRun::of)
                .filter(stored -> asked.contains(stored.device()))
                .toList();
    }

    /** Few devices are asked for by name, so that files without them can be skipped. */
    private static Dataset<Row> of(Dataset<Row> runs, List<Device> devices) {
        if (devices.size() <= MOST_NAMED) {
            Object[] ids = devices.stream().map(Device::id).distinct().toArray();
            runs = runs.where(StatusRun.DEVICE_ID.col().isin(ids));
        }
        return runs;
    }

    private static Column date(long day) {
        return lit(LocalDate.ofEpochDay(day));
    }

    private static Column time(long day) {
        return lit(Instant.ofEpochSecond(Scope.start(day)));
    }
}
