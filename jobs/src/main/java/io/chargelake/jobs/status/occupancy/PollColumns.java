package io.chargelake.jobs.status.occupancy;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import java.time.Instant;
import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows of polls by the place of their columns.
 *
 * @param rows id, time, status and, unless all devices are of one type, the type
 * @param wanted condition without which a row may be left out, true if all are wanted
 * @param type number of the type of all devices, see {@link DeviceNumbers#type}
 */
record PollColumns(Dataset<Row> rows, Column wanted, OptionalInt type) {
    static final int ID = 0;
    static final int TIME = 1;
    static final int STATUS = 2;
    static final int TYPE = 3;

    private static final Column ALL = lit(true);

    /** Stands for the type where a line of a file is broken: none of its values can be trusted. */
    private static final String BROKEN = "\0broken line";

    private static final UTF8String BROKEN_WORD = UTF8String.fromString(BROKEN);

    static PollColumns ofPoints(Dataset<Row> facts) {
        return ofType(
                facts,
                DeviceNumbers.POINT,
                StatusChargingpoints.ID_CHARGINGPOINT.col(),
                StatusChargingpoints.QUERY_TIME.col(),
                StatusChargingpoints.STATUS_CP.col());
    }

    static PollColumns ofConnectors(Dataset<Row> facts) {
        return ofType(
                facts,
                DeviceNumbers.CONNECTOR,
                StatusConnectors.ID_CONNECTOR.col(),
                StatusConnectors.QUERY_TIME.col(),
                StatusConnectors.STATUS_CONNECTOR.col());
    }

    /** @param polls as {@link FlatFiles} read them */
    static PollColumns ofFiles(Dataset<Row> polls) {
        Column type = when(col(FlatFiles.CORRUPT).isNull(), FlatPolls.DEVICE_TYPE.col())
                .otherwise(BROKEN)
                .as(FlatPolls.DEVICE_TYPE.name());
        return new PollColumns(
                polls.select(FlatPolls.DEVICE_ID.col(), FlatPolls.QUERY_TIME.col(), FlatPolls.STATUS.col(), type),
                ALL,
                OptionalInt.empty());
    }

    /** The number of a type's word; of none, the reason why. */
    static int type(UTF8String word) {
        if (word == null) {
            return DeviceNumbers.MISSING;
        }
        int type = DeviceNumbers.type(word);
        return type == DeviceNumbers.MISSING && BROKEN_WORD.equals(word) ? DeviceNumbers.DAMAGED : type;
    }

    /** Polls without a readable time are looked at in any case. */
    PollColumns of(Days days) {
        return days.isAll() ? this : onlyIf(time().isNull().or(days.containTime(time())));
    }

    PollColumns between(long firstSecond, long lastSecond) {
        return onlyIf(
                time().geq(Instant.ofEpochSecond(firstSecond)).and(time().lt(Instant.ofEpochSecond(lastSecond + 1))));
    }

    Dataset<Row> wantedRows() {
        return rows.where(wanted);
    }

    private PollColumns onlyIf(Column condition) {
        return new PollColumns(rows, wanted.and(condition), type);
    }

    private Column time() {
        return rows.col(rows.columns()[TIME]);
    }

    private static PollColumns ofType(Dataset<Row> facts, String type, Column id, Column time, Column status) {
        return new PollColumns(
                facts.select(id, time, status), ALL, OptionalInt.of(DeviceNumbers.type(UTF8String.fromString(type))));
    }
}
