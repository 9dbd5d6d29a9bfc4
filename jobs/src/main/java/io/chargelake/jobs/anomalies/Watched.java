package io.chargelake.jobs.anomalies;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.anomaly.Demand;
import io.chargelake.anomaly.Episode;
import io.chargelake.anomaly.Thresholds;
import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.tables.OccupancyHourly;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The hours of devices, brought to the watchers: first the shape of the week and each device's use are summed up, then every device's, and every
 * group's, hours pass its watcher in order of time.
 */
final class Watched {
    static final String DEVICE = "device";
    static final String HOUR_NUMBER = "hour_number";
    static final String WEEK_HOUR = "week_hour";
    static final String GROUP = "group";
    private static final String RATE = "rate";
    static final String DEVICES = "devices";
    static final String EXPECTED = "expected";
    static final String BUSIEST = "busiest";
    static final String SESSIONS = "sessions";
    static final String OBSERVED_S = "observed_s";
    private static final double HOUR_S = 3600;

    private final Dataset<Row> hours;
    private final Demand demand;
    private final Map<String, Double> rates = new TreeMap<>();

    private Watched(Dataset<Row> hours, Demand demand) {
        this.hours = hours;
        this.demand = demand;
    }

    /** @param occupancy of devices of one type */
    static Watched of(Dataset<Row> occupancy, ZoneId zone) {
        Column local = LocalTime.of(OccupancyHourly.HOUR.col(), zone);
        Dataset<Row> hours = occupancy.select(
                OccupancyHourly.DEVICE_ID.col().as(DEVICE),
                unix_seconds(OccupancyHourly.HOUR.col())
                        .divide(HOUR_S)
                        .cast("long")
                        .as(HOUR_NUMBER),
                pmod(dayofweek(local).plus(5), lit(7))
                        .multiply(24)
                        .plus(hour(local))
                        .as(WEEK_HOUR),
                OccupancyHourly.AVAILABLE_S.col(),
                OccupancyHourly.OCCUPIED_S.col(),
                OccupancyHourly.UNKNOWN_S.col(),
                OccupancyHourly.SESSIONS_STARTED.col());
        double[] shape = shape(hours);
        List<Row> uses = uses(hours, shape);
        Demand demand = Demand.of(shape, uses.stream().map(Watched::use).toList());
        Watched watched = new Watched(hours, demand);
        uses.forEach(row -> watched.rates.put(row.getString(0), demand.rate(use(row).sessions(), use(row).hours())));
        return watched;
    }

    private static double[] shape(Dataset<Row> hours) {
        long[] sessions = new long[Demand.WEEK];
        double[] available = new double[Demand.WEEK];
        hours.groupBy(WEEK_HOUR)
                .agg(sum(OccupancyHourly.SESSIONS_STARTED.col()), sum(OccupancyHourly.AVAILABLE_S.col()))
                .collectAsList()
                .forEach(row -> {
                    sessions[row.getInt(0)] = row.getLong(1);
                    available[row.getInt(0)] = row.getLong(2) / HOUR_S;
                });
        return Demand.shape(sessions, available);
    }

    private static List<Row> uses(Dataset<Row> hours, double[] shape) {
        return hours.groupBy(DEVICE)
                .agg(sum(OccupancyHourly.SESSIONS_STARTED.col()), sum(weighed(shape)))
                .collectAsList();
    }

    private static Demand.Use use(Row row) {
        return new Demand.Use(row.getLong(1), row.getDouble(2));
    }

    /** Available hours, by the shape of the week. */
    private static Column weighed(double[] shape) {
        Column shapes =
                array(Arrays.stream(shape).mapToObj(s -> (Column) lit(s)).toArray(Column[]::new));
        return OccupancyHourly.AVAILABLE_S
                .col()
                .divide(HOUR_S)
                .multiply(element_at(shapes, col(WEEK_HOUR).plus(1)));
    }

    int devices() {
        return rates.size();
    }

    /** What is told of devices, by device. */
    Map<String, List<Episode>> ofDevices(Thresholds thresholds) {
        Dataset<Row> told = hours.repartition(col(DEVICE))
                .sortWithinPartitions(DEVICE, HOUR_NUMBER)
                .mapPartitions(
                        new Watching<>(DEVICE, new DeviceHours(demand, thresholds)), Encoders.row(EpisodeRows.SCHEMA));
        return EpisodeRows.byKey(told);
    }

    /**
     * What is told of groups, by group.
     *
     * @param groups device and group
     */
    Map<String, List<Episode>> ofGroups(Dataset<Row> groups, Thresholds thresholds) {
        double[] shape = new double[Demand.WEEK];
        Arrays.setAll(shape, demand::shape);
        Dataset<Row> members = groups.join(broadcast(rates(groups.sparkSession())), DEVICE);
        Dataset<Row> expected = hours.join(broadcast(members), DEVICE)
                .withColumn(EXPECTED, col(RATE).multiply(weighed(shape)));
        Dataset<Row> ofGroups = expected.groupBy(col(GROUP), col(HOUR_NUMBER))
                .agg(
                        count(lit(1)).as(DEVICES),
                        sum(EXPECTED).as(EXPECTED),
                        max(EXPECTED).as(BUSIEST),
                        sum(OccupancyHourly.SESSIONS_STARTED.col()).as(SESSIONS),
                        sum(lit((long) HOUR_S).minus(OccupancyHourly.UNKNOWN_S.col()))
                                .as(OBSERVED_S));
        Dataset<Row> told = ofGroups.repartition(col(GROUP))
                .sortWithinPartitions(GROUP, HOUR_NUMBER)
                .mapPartitions(new Watching<>(GROUP, new GroupHours(thresholds)), Encoders.row(EpisodeRows.SCHEMA));
        return EpisodeRows.byKey(told);
    }

    private Dataset<Row> rates(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        rates.forEach((device, rate) -> rows.add(RowFactory.create(device, rate)));
        return spark.createDataFrame(
                rows, new StructType().add(DEVICE, "string").add(RATE, "double"));
    }
}
