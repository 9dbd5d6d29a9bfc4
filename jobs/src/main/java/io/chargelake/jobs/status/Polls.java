package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.StatusColumns;
import io.chargelake.jobs.tables.FlatPolls;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Polls of one delivery and those the lake already has, brought to one row a device and second. Conflicts are resolved by the greatest
 * status code and the greatest word, so that the order of deliveries does not matter.
 */
final class Polls {
    static final String POINT = "point";
    static final String CONNECTOR = "connector";

    /** How many rows of this delivery a poll stands for; 0 for one that the lake already had. */
    static final String DELIVERED = "_delivered";

    static final String CODE = "_code";
    static final String STATUS_RAW = "_status_raw";
    static final String CONFLICT = "_conflict";
    private static final String STATUS = "_status";
    /** How flat files write that there is no parking sensor. */
    private static final String NO_SENSOR = "-";

    /** Polls that passed the rules, with canonical status and whole seconds. */
    static Dataset<Row> canonical(Dataset<Row> accepted) {
        Column word = FlatPolls.STATUS.col();
        Column canonical = StatusColumns.canonical(word);
        return accepted.select(
                FlatPolls.DEVICE_TYPE.col(),
                FlatPolls.DEVICE_ID.col(),
                timestamp_seconds(unix_seconds(FlatPolls.QUERY_TIME.col())).as(FlatPolls.QUERY_TIME.name()),
                StatusColumns.code(canonical).as(CODE),
                when(not(canonical.eqNullSafe(word)), word).as(STATUS_RAW),
                when(not(trim(FlatPolls.PARKING_SENSOR.col()).isin("", NO_SENSOR)), FlatPolls.PARKING_SENSOR.col())
                        .as(FlatPolls.PARKING_SENSOR.name()),
                lit(1L).as(DELIVERED));
    }

    /** One row a device and second. */
    static Dataset<Row> distinct(Dataset<Row> polls) {
        Column status = struct(col(CODE), col(STATUS_RAW));
        return polls.groupBy(FlatPolls.DEVICE_TYPE.col(), FlatPolls.DEVICE_ID.col(), FlatPolls.QUERY_TIME.col())
                .agg(
                        max(status).as(STATUS),
                        max(FlatPolls.PARKING_SENSOR.col()).as(FlatPolls.PARKING_SENSOR.name()),
                        sum(col(DELIVERED)).as(DELIVERED),
                        min(col(CODE)).notEqual(max(col(CODE))).as(CONFLICT))
                .withColumns(Map.of(
                        CODE,
                        col(STATUS).getField(CODE),
                        STATUS_RAW,
                        col(STATUS).getField(STATUS_RAW)))
                .drop(STATUS);
    }

    /** Counts on the way: distinct polls, rows they came from, seconds with more than one status. */
    static Dataset<Row> observed(Dataset<Row> distinct, Observation observation) {
        return distinct.observe(
                observation,
                sum(when(col(DELIVERED).gt(0), 1L).otherwise(0L)).as("accepted"),
                sum(col(DELIVERED)).as("delivered"),
                sum(when(col(CONFLICT), 1L).otherwise(0L)).as("conflicts"));
    }

    private Polls() {}
}
