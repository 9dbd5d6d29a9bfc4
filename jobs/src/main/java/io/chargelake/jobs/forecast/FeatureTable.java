package io.chargelake.jobs.forecast;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.Table;
import io.chargelake.time.LocalHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Features of hours, of what was known before each began: rows of a key are shuffled once and walked through in order of time, so that a
 * row costs the same however far back a feature looks.
 */
final class FeatureTable {
    /** Hours to come that get a row. */
    static final int AHEAD = 48;

    static final int HOUR_S = 3600;
    static final String HOUR_NUMBER = "hour_number";
    static final String OUT_SHARE = "out_of_service_share";
    static final String NEIGHBOURS = "neighbours_share";

    private static final List<Col> BESIDE = List.of(
            OccupancyFeature.LEVEL,
            OccupancyFeature.PEERS_MEAN,
            OccupancyFeature.PEERS_PROFILE,
            OccupancyFeature.MAX_POWER_KW,
            OccupancyFeature.OPEN_24_7,
            Table.DAY);

    /** What a walk through a key's hours tells of each. */
    static final StructType KNOWN = schema(OccupancyFeature.TABLE.columns().stream()
            .filter(column -> !BESIDE.contains(column))
            .toList());

    static final StructType OF_PEERS =
            schema(List.of(OccupancyFeature.HOUR, OccupancyFeature.PROFILE, OccupancyFeature.MEAN_BEFORE));

    /** Fractions are summed up in whole steps, so that no order of rows changes a bit. */
    private static final double STEP = 1e-9;

    private static StructType schema(List<Col> columns) {
        return new StructType(columns.stream()
                .map(column -> new StructField(column.name(), column.type(), true, Metadata.empty()))
                .toArray(StructField[]::new));
    }

    /** Cells of a row, in the order of its columns; what is not known is empty. */
    static final class Cells {
        private final List<Object> cells = new ArrayList<>(KNOWN.size());

        Cells add(Object value) {
            cells.add(value);
            return this;
        }

        Cells addKnown(double value) {
            return add(Double.isNaN(value) ? null : value);
        }

        Row row() {
            return RowFactory.create(cells.toArray());
        }
    }

    /** @param hours of keys: devices, seconds occupied, out of service and unknown, sessions started */
    static Dataset<Row> shares(Dataset<Row> hours) {
        Column observed = OccupancyFeature.DEVICES.col().multiply(HOUR_S).minus(OccupancyHourly.UNKNOWN_S.col());
        return hours.select(
                OccupancyFeature.KEY.col(),
                unix_seconds(OccupancyHourly.HOUR.col())
                        .divide(HOUR_S)
                        .cast("long")
                        .as(HOUR_NUMBER),
                OccupancyFeature.DEVICES.col(),
                when(observed.gt(0), OccupancyHourly.OCCUPIED_S.col().divide(observed))
                        .as(OccupancyFeature.SHARE.name()),
                when(observed.gt(0), OccupancyHourly.OUT_OF_SERVICE_S.col().divide(observed))
                        .as(OUT_SHARE),
                OccupancyHourly.SESSIONS_STARTED.col().as(OccupancyFeature.SESSIONS.name()));
    }

    /** @param near the neighbours of each key */
    static Dataset<Row> withNeighbours(Dataset<Row> shares, Map<String, List<String>> near) {
        if (near.isEmpty()) {
            return shares.withColumn(NEIGHBOURS, lit(null).cast("double"));
        }
        return shares.repartition(col(HOUR_NUMBER))
                .sortWithinPartitions(HOUR_NUMBER)
                .mapPartitions(
                        new NeighbourHours(near), Encoders.row(shares.schema().add(NEIGHBOURS, "double")));
    }

    /** What was known of each hour before it began, and what the mean of all keys is then. */
    static Dataset<Row> known(Dataset<Row> hours, LocalHours calendar, long last) {
        Dataset<Row> inTime = hours.repartition(OccupancyFeature.KEY.col())
                .sortWithinPartitions(OccupancyFeature.KEY.name(), HOUR_NUMBER);
        Dataset<Row> known =
                inTime.mapPartitions(new KnownHours(calendar, last, new KnownHours.OfKey()), Encoders.row(KNOWN));
        Dataset<Row> peers = inTime.mapPartitions(
                        new KnownHours(calendar, last, new KnownHours.OfPeers()), Encoders.row(OF_PEERS))
                .groupBy(OccupancyFeature.HOUR.col())
                .agg(
                        exactMean(OccupancyFeature.PROFILE.col()).as(OccupancyFeature.PEERS_PROFILE.name()),
                        exactMean(OccupancyFeature.MEAN_BEFORE.col()).as(OccupancyFeature.PEERS_MEAN.name()));
        return known.join(broadcast(peers), OccupancyFeature.HOUR.name());
    }

    /** Empty where there is nothing. */
    private static Column exactMean(Column value) {
        return sum(round(value.divide(STEP)).cast("long")).multiply(STEP).divide(count(value));
    }

    /** The rows as the table has them. */
    static Dataset<Row> named(Dataset<Row> rows, Level level) {
        Dataset<Row> whole = rows.withColumn(OccupancyFeature.LEVEL.name(), lit(level.code()));
        return whole.select(OccupancyFeature.TABLE.columns().stream()
                .map(c -> Table.DAY.equals(c) ? OccupancyFeature.TABLE.day() : c.col())
                .toArray(Column[]::new));
    }

    private FeatureTable() {}
}
