package io.chargelake.jobs.forecast;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyHourly;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Features of hours, of what was known before each began. Rows of a key are shuffled once and walked through in order of time; means of
 * longer stretches are differences of running sums, so that a row costs the same however long the stretch is.
 */
final class FeatureTable {
    /** Hours to come that get a row. */
    static final int AHEAD = 48;

    private static final int HOUR_S = 3600;
    private static final Column HOUR = OccupancyFeature.HOUR.col();
    private static final Column KEY = OccupancyFeature.KEY.col();
    private static final Column SHARE = OccupancyFeature.SHARE.col();
    private static final WindowSpec IN_TIME = Window.partitionBy(KEY).orderBy(HOUR);
    private static final WindowSpec BEFORE = IN_TIME.rowsBetween(Window.unboundedPreceding(), -1);
    private static final String WEEK_HOUR = "hour_of_week";
    private static final String DAY_KIND_HOUR = "hour_of_day_kind";
    private static final String OUT_SHARE = "out_of_service_share";
    private static final String HOURS_AHEAD = "hours_ahead";
    private static final String SUM_KNOWN = "sum_known";
    private static final String SUM_SHARE = "sum_share";
    private static final String SUM_SQUARE = "sum_square";
    private static final String SUM_OUT = "sum_out";
    private static final String SUM_SESSIONS = "sum_sessions";
    static final String NEIGHBOUR = "neighbour";

    /** Sums over all hours before, by what is summed up. */
    private static final Map<String, Column> RUNNING = Map.of(
            SUM_KNOWN, SHARE.isNotNull().cast("long"),
            SUM_SHARE, coalesce(SHARE, lit(0.0)),
            SUM_SQUARE, coalesce(SHARE.multiply(SHARE), lit(0.0)),
            SUM_OUT, coalesce(col(OUT_SHARE), lit(0.0)),
            SUM_SESSIONS, coalesce(OccupancyFeature.SESSIONS.col(), lit(0)).cast("long"));

    /** Fractions are summed up in whole steps, so that no order of rows changes a bit. */
    private static final double STEP = 1e-9;

    /**
     * Hours as they were, and those to come of what was there in the last hour.
     *
     * @param hours of keys: devices, seconds occupied, out of service and unknown, sessions started
     * @param last hour there is
     */
    static Dataset<Row> withHoursToCome(Dataset<Row> hours, Instant last) {
        Column known = OccupancyFeature.DEVICES.col().multiply(HOUR_S).minus(OccupancyHourly.UNKNOWN_S.col());
        Column ahead =
                when(HOUR.equalTo(lit(last)), sequence(lit(0), lit(AHEAD))).otherwise(array(lit(0)));
        Column isPast = col(HOURS_AHEAD).equalTo(0);
        return hours.select(
                        KEY,
                        HOUR,
                        OccupancyFeature.DEVICES.col(),
                        when(known.gt(0), OccupancyHourly.OCCUPIED_S.col().divide(known))
                                .as(OccupancyFeature.SHARE.name()),
                        when(known.gt(0), OccupancyHourly.OUT_OF_SERVICE_S.col().divide(known))
                                .as(OUT_SHARE),
                        OccupancyHourly.SESSIONS_STARTED.col().as(OccupancyFeature.SESSIONS.name()),
                        explode(ahead).as(HOURS_AHEAD))
                .select(
                        KEY,
                        timestamp_seconds(
                                        unix_seconds(HOUR).plus(col(HOURS_AHEAD).multiply(HOUR_S)))
                                .as(OccupancyFeature.HOUR.name()),
                        OccupancyFeature.DEVICES.col(),
                        when(isPast, SHARE).as(OccupancyFeature.SHARE.name()),
                        when(isPast, col(OUT_SHARE)).as(OUT_SHARE),
                        when(isPast, OccupancyFeature.SESSIONS.col()).as(OccupancyFeature.SESSIONS.name()));
    }

    /** With the share so many hours before, where that hour is there. */
    static Dataset<Row> withLags(Dataset<Row> rows) {
        var columns = new ArrayList<Column>(List.of(col("*")));
        for (int hours : OccupancyFeature.LAGS) {
            Column isThere = unix_seconds(HOUR)
                    .minus(unix_seconds(lag(HOUR, hours).over(IN_TIME)))
                    .equalTo((long) hours * HOUR_S);
            columns.add(when(isThere, lag(SHARE, hours).over(IN_TIME))
                    .as(OccupancyFeature.lag(hours).name()));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /** With means and spreads of the day and the week before. */
    static Dataset<Row> withRecent(Dataset<Row> rows) {
        var running = new ArrayList<Column>(List.of(col("*")));
        RUNNING.forEach((name, value) ->
                running.add(coalesce(sum(value).over(BEFORE), lit(0).cast(name.equals(SUM_KNOWN) ? "long" : "double"))
                        .as(name)));
        return rows.select(running.toArray(Column[]::new))
                .withColumns(Map.of(
                        OccupancyFeature.MEAN_BEFORE.name(),
                        when(col(SUM_KNOWN).gt(0), col(SUM_SHARE).divide(col(SUM_KNOWN))),
                        OccupancyFeature.MEAN_24H.name(),
                        mean(SUM_SHARE, 24),
                        OccupancyFeature.SPREAD_24H.name(),
                        spread(24),
                        OccupancyFeature.MEAN_168H.name(),
                        mean(SUM_SHARE, 168),
                        OccupancyFeature.SPREAD_168H.name(),
                        spread(168),
                        OccupancyFeature.OUT_OF_SERVICE_24H.name(),
                        mean(SUM_OUT, 24),
                        OccupancyFeature.SESSIONS_24H.name(),
                        of(SUM_SESSIONS, 24).cast("long")))
                .drop(RUNNING.keySet().toArray(String[]::new));
    }

    private static Column of(String sum, int hours) {
        return col(sum).minus(coalesce(lag(col(sum), hours).over(IN_TIME), lit(0)));
    }

    private static Column mean(String sum, int hours) {
        return when(of(SUM_KNOWN, hours).gt(0), of(sum, hours).divide(of(SUM_KNOWN, hours)));
    }

    private static Column spread(int hours) {
        Column mean = mean(SUM_SHARE, hours);
        return sqrt(greatest(lit(0.0), mean(SUM_SQUARE, hours).minus(mean.multiply(mean))));
    }

    /** With what the clock and the calendar of the zone say. */
    static Dataset<Row> withCalendar(Dataset<Row> rows, ZoneId zone, Collection<LocalDate> holidays) {
        Column local = LocalTime.of(HOUR, zone);
        Column weekday = pmod(dayofweek(local).plus(5), lit(7)).plus(1);
        Column isHoliday = holidays.isEmpty() ? lit(false) : to_date(local).isin(holidays.toArray());
        return rows.withColumns(Map.of(
                OccupancyFeature.HOUR_OF_DAY.name(),
                hour(local),
                OccupancyFeature.DAY_OF_WEEK.name(),
                weekday,
                OccupancyFeature.MONTH.name(),
                month(local),
                OccupancyFeature.IS_HOLIDAY.name(),
                isHoliday,
                WEEK_HOUR,
                weekday.multiply(24).plus(hour(local)),
                DAY_KIND_HOUR,
                when(weekday.geq(6), 24).otherwise(0).plus(hour(local))));
    }

    /**
     * With the mean of the same local hour of the week in all weeks before, that of the same hour on working days or weekends, and what these
     * are on the mean of all keys.
     */
    static Dataset<Row> withProfiles(Dataset<Row> rows) {
        WindowSpec weeks = before(col(WEEK_HOUR));
        WindowSpec days = before(col(DAY_KIND_HOUR));
        Dataset<Row> own = rows.withColumn(
                        OccupancyFeature.PROFILE_WEEKS.name(), count(SHARE).over(weeks))
                .withColumn(
                        OccupancyFeature.PROFILE.name(),
                        sum(SHARE).over(weeks).divide(count(SHARE).over(weeks)))
                .withColumn(OccupancyFeature.DAY_KIND_DAYS.name(), count(SHARE).over(days))
                .withColumn(
                        OccupancyFeature.DAY_KIND_PROFILE.name(),
                        sum(SHARE).over(days).divide(count(SHARE).over(days)))
                .drop(WEEK_HOUR, DAY_KIND_HOUR);
        Dataset<Row> peers = own.groupBy(HOUR)
                .agg(
                        exactMean(OccupancyFeature.PROFILE.col()).as(OccupancyFeature.PEERS_PROFILE.name()),
                        exactMean(OccupancyFeature.MEAN_BEFORE.col()).as(OccupancyFeature.PEERS_MEAN.name()));
        return own.join(broadcast(peers), OccupancyFeature.HOUR.name());
    }

    private static WindowSpec before(Column alike) {
        return Window.partitionBy(KEY, alike).orderBy(HOUR).rowsBetween(Window.unboundedPreceding(), -1);
    }

    /**
     * With the mean share of neighbours in the hour before.
     *
     * @param known shares by key and hour
     * @param pairs key and neighbour
     */
    static Dataset<Row> withNeighbours(Dataset<Row> rows, Dataset<Row> known, Dataset<Row> pairs) {
        Dataset<Row> shares = known.select(
                KEY.as(NEIGHBOUR),
                timestamp_seconds(unix_seconds(HOUR).plus(HOUR_S)).as(OccupancyFeature.HOUR.name()),
                SHARE);
        Dataset<Row> means = shares.join(broadcast(pairs), NEIGHBOUR)
                .groupBy(KEY, HOUR)
                .agg(exactMean(SHARE).as(OccupancyFeature.NEIGHBOURS_1H.name()));
        return rows.join(means, new String[] {OccupancyFeature.KEY.name(), OccupancyFeature.HOUR.name()}, "left");
    }

    /** Empty where there is nothing. */
    private static Column exactMean(Column value) {
        return sum(round(value.divide(STEP)).cast("long")).multiply(STEP).divide(count(value));
    }

    /** The rows as the table has them. */
    static Dataset<Row> named(Dataset<Row> rows, Level level) {
        Dataset<Row> whole = rows.withColumn(OccupancyFeature.LEVEL.name(), lit(level.code()));
        return whole.select(OccupancyFeature.TABLE.columns().stream()
                .map(c -> c.name().equals("day") ? OccupancyFeature.TABLE.day() : value(whole, c))
                .toArray(Column[]::new));
    }

    private static Column value(Dataset<Row> rows, Col column) {
        boolean isThere = List.of(rows.columns()).contains(column.name());
        return (isThere ? column.col() : lit(null)).cast(column.type()).as(column.name());
    }

    private FeatureTable() {}
}
