package io.chargelake.jobs.status.occupancy;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.LocalPeriod;
import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.Written;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Utilization;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The use of devices and groups of them by local periods. Of the days that changed, devices are summed up from their
 * hours; weeks and months are sums of days, years of months, where those that did not change are read back from this
 * table: a new day costs a month of days and a year of months, whatever the history.
 *
 * <p>An hour belongs to the local day in which it begins. Stations, cities and operators are those of their points, by
 * today's master data.
 */
record UtilizationTable(Run run, ZoneId zone) {
    private static final Col DATE = Utilization.PERIOD_START;
    private static final String POINT = "point";
    /** Of a device, the days of a week and a month and the months of a year that are read beside its new days. */
    private static final int MOST_AROUND = 7 + 31 + 12;

    private static final List<Col> SUMS = List.of(
            Utilization.SESSIONS,
            Utilization.AVAILABLE_S,
            Utilization.OCCUPIED_S,
            Utilization.BLOCKED_S,
            Utilization.OUT_OF_SERVICE_S,
            Utilization.SESSION_S);

    /** @param written UTC days whose hours and sessions are new */
    void write(Set<LocalDate> written) {
        NavigableSet<LocalDate> days = localDays(written);
        Dataset<Row> ofDays = deviceDays(days).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long rows = ofDays.count() * (days.size() + MOST_AROUND) / days.size();
            SmallQueries.ofRows(run.spark(), rows, () -> write(ofDays, days));
        } finally {
            ofDays.unpersist();
        }
    }

    private Written write(Dataset<Row> ofDays, NavigableSet<LocalDate> days) {
        Dataset<Row> weeks = sumsOf(LocalPeriod.WEEK, LocalPeriod.DAY, ofDays, days);
        Dataset<Row> months = sumsOf(LocalPeriod.MONTH, LocalPeriod.DAY, ofDays, days);
        Dataset<Row> years = sumsOf(LocalPeriod.YEAR, LocalPeriod.MONTH, months, starts(LocalPeriod.MONTH, days));
        Dataset<Row> rows = named(LocalPeriod.DAY, ofDays)
                .unionByName(named(LocalPeriod.WEEK, weeks))
                .unionByName(named(LocalPeriod.MONTH, months))
                .unionByName(named(LocalPeriod.YEAR, years));
        Set<LocalDate> starts = Stream.of(LocalPeriod.values())
                .flatMap(period -> starts(period, days).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return run.replaceDays(Utilization.TABLE, starts, rows.unionByName(unchanged(starts, days)));
    }

    /** The local days that the hours of these UTC days lie in, and those in which their sessions began. */
    private NavigableSet<LocalDate> localDays(Set<LocalDate> written) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (LocalDate day : written) {
            days.add(LocalDate.ofInstant(Days.startOf(day), zone));
            days.add(LocalDate.ofInstant(Days.startOf(day.plusDays(1)).minusSeconds(1), zone));
        }
        LocalDate first = days.first();
        run.lake()
                .read(ChargingSession.TABLE)
                .where(isIn(Table.DAY.col(), written)
                        .and(ChargingSession.START_TIME.col().lt(lit(Days.startOf(first)))))
                .select(to_date(LocalTime.of(ChargingSession.START_TIME.col(), zone)))
                .distinct()
                .collectAsList()
                .forEach(row -> days.add(row.getAs(0)));
        return days;
    }

    /** Sums by device and local day. */
    private Dataset<Row> deviceDays(NavigableSet<LocalDate> days) {
        Column none = lit(0L);
        Column notBefore = Table.DAY.col().geq(lit(days.first().minusDays(1)));
        Column notAfter = Table.DAY.col().leq(lit(days.last().plusDays(1)));
        Dataset<Row> hours = run.lake()
                .read(OccupancyHourly.TABLE)
                .where(notBefore.and(notAfter))
                .select(
                        OccupancyHourly.DEVICE_TYPE.col().as(Utilization.LEVEL.name()),
                        OccupancyHourly.DEVICE_ID.col().as(Utilization.KEY.name()),
                        localDay(OccupancyHourly.HOUR, days).as(DATE.name()),
                        none.as(Utilization.SESSIONS.name()),
                        OccupancyHourly.AVAILABLE_S.col(),
                        OccupancyHourly.OCCUPIED_S.col(),
                        OccupancyHourly.BLOCKED_S.col(),
                        OccupancyHourly.OUT_OF_SERVICE_S.col(),
                        none.as(Utilization.SESSION_S.name()));
        Dataset<Row> sessions = run.lake()
                .read(ChargingSession.TABLE)
                .where(notBefore)
                .select(
                        ChargingSession.DEVICE_TYPE.col().as(Utilization.LEVEL.name()),
                        ChargingSession.DEVICE_ID.col().as(Utilization.KEY.name()),
                        localDay(ChargingSession.START_TIME, days).as(DATE.name()),
                        lit(1L).as(Utilization.SESSIONS.name()),
                        none.as(Utilization.AVAILABLE_S.name()),
                        none.as(Utilization.OCCUPIED_S.name()),
                        none.as(Utilization.BLOCKED_S.name()),
                        none.as(Utilization.OUT_OF_SERVICE_S.name()),
                        ChargingSession.DURATION_S.col().as(Utilization.SESSION_S.name()));
        Column inRange = DATE.col().between(lit(days.first()), lit(days.last()));
        // each is summed up before they meet: rows of a union are copied one by one
        Dataset<Row> sums = summed(hours.where(inRange)).unionByName(summed(sessions.where(inRange)));
        return summed(sums.where(isIn(DATE.col(), days)));
    }

    /**
     * Sums of longer periods.
     *
     * @param made sums of the parts that are new, by device
     * @param starts of these parts
     */
    private Dataset<Row> sumsOf(LocalPeriod period, LocalPeriod part, Dataset<Row> made, Set<LocalDate> starts) {
        Column start = period.start(DATE.col());
        Dataset<Row> before = run.lake()
                .read(Utilization.TABLE)
                .where(Utilization.PERIOD.col().equalTo(part.code()))
                .where(Utilization.LEVEL.col().isin(DeviceNumbers.POINT, DeviceNumbers.CONNECTOR))
                .where(isIn(start, starts(period, starts)).and(not(isIn(DATE.col(), starts))))
                .select(sumColumns());
        return summed(made.unionByName(before).withColumn(DATE.name(), start));
    }

    private static Dataset<Row> summed(Dataset<Row> rows) {
        Column[] sums = SUMS.stream()
                .map(col -> sum(col.col()).cast(col.type()).as(col.name()))
                .toArray(Column[]::new);
        return rows.groupBy(Utilization.LEVEL.col(), Utilization.KEY.col(), DATE.col())
                .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
    }

    /** The rows of a period: of devices, and of what they belong to. */
    private Dataset<Row> named(LocalPeriod period, Dataset<Row> devices) {
        Dataset<Row> places = devices.where(Utilization.LEVEL.col().equalTo(POINT))
                .join(places(), Utilization.KEY.col().equalTo(ChargingPoint.ID_CP.col()), "inner");
        Dataset<Row> rows = devices.withColumn(Utilization.DEVICES.name(), lit(1L))
                .unionByName(grouped(places, "station", ChargingStation.ID_CS))
                .unionByName(grouped(places, "city", ChargingStation.CITY))
                .unionByName(grouped(places, "operator", ChargingStation.OPERATOR_NAME));
        Column observed = Utilization.AVAILABLE_S
                .col()
                .plus(Utilization.OCCUPIED_S.col())
                .plus(Utilization.BLOCKED_S.col())
                .plus(Utilization.OUT_OF_SERVICE_S.col());
        Column lasts = period.seconds(DATE.col(), zone).multiply(Utilization.DEVICES.col());
        return rows.withColumn(Utilization.PERIOD.name(), lit(period.code()))
                .withColumn(Utilization.OCCUPIED_SHARE.name(), share(Utilization.OCCUPIED_S, observed))
                .withColumn(Utilization.AVAILABLE_SHARE.name(), share(Utilization.AVAILABLE_S, observed))
                .withColumn(Utilization.OUT_OF_SERVICE_SHARE.name(), share(Utilization.OUT_OF_SERVICE_S, observed))
                .withColumn(Utilization.OBSERVED_SHARE.name(), observed.divide(lasts))
                .withColumn(Utilization.MEAN_SESSION_S.name(), share(Utilization.SESSION_S, Utilization.SESSIONS.col()))
                .withColumn(Table.DAY.name(), DATE.col())
                .select(Utilization.TABLE.columns().stream().map(Col::col).toArray(Column[]::new));
    }

    private Dataset<Row> places() {
        return run.lake()
                .read(ChargingPoint.TABLE)
                .join(run.lake().read(ChargingStation.TABLE), ChargingPoint.ID_CS.name())
                .select(
                        ChargingPoint.ID_CP.col(),
                        ChargingStation.ID_CS.col().cast(Utilization.KEY.type()).as(ChargingStation.ID_CS.name()),
                        ChargingStation.CITY.col(),
                        ChargingStation.OPERATOR_NAME.col());
    }

    private static Dataset<Row> grouped(Dataset<Row> places, String level, Col by) {
        Column[] sums = Stream.concat(
                        Stream.of(count(lit(1)).as(Utilization.DEVICES.name())),
                        SUMS.stream().map(col -> sum(col.col()).cast(col.type()).as(col.name())))
                .toArray(Column[]::new);
        return places.where(by.col().isNotNull())
                .groupBy(by.col().as(Utilization.KEY.name()), DATE.col())
                .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
                .withColumn(Utilization.LEVEL.name(), lit(level));
    }

    /** Rows that begin on the same days as those made anew, but are of other periods. */
    private Dataset<Row> unchanged(Set<LocalDate> starts, Set<LocalDate> days) {
        Column made = Arrays.stream(LocalPeriod.values())
                .map(period ->
                        Utilization.PERIOD.col().equalTo(period.code()).and(isIn(DATE.col(), starts(period, days))))
                .reduce(Column::or)
                .orElseThrow();
        return run.lake()
                .read(Utilization.TABLE)
                .where(isIn(Table.DAY.col(), starts).and(not(made)))
                .select(Utilization.TABLE.columns().stream().map(Col::col).toArray(Column[]::new));
    }

    private Column localDay(Col time, NavigableSet<LocalDate> days) {
        return LocalTime.dayWithin(time.col(), zone, days.first(), days.last());
    }

    private static Column share(Col part, Column whole) {
        return when(whole.gt(0), part.col().divide(whole));
    }

    private static Column[] sumColumns() {
        return Stream.concat(Stream.of(Utilization.LEVEL, Utilization.KEY, DATE), SUMS.stream())
                .map(col -> col(col.name()))
                .toArray(Column[]::new);
    }

    private static Set<LocalDate> starts(LocalPeriod period, Set<LocalDate> days) {
        return days.stream().map(period::start).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Column isIn(Column date, Collection<LocalDate> days) {
        return date.isin(days.toArray());
    }
}
