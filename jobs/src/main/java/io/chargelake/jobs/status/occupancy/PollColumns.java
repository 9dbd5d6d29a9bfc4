package io.chargelake.jobs.status.occupancy;

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
 * @param type number of the type of all devices, see {@link DeviceNumbers#type}
 */
record PollColumns(Dataset<Row> rows, OptionalInt type) {
    static final int ID = 0;
    static final int TIME = 1;
    static final int STATUS = 2;
    static final int TYPE = 3;

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

    static PollColumns ofFlat(Dataset<Row> polls) {
        return new PollColumns(
                polls.select(
                        FlatPolls.DEVICE_ID.col(),
                        FlatPolls.QUERY_TIME.col(),
                        FlatPolls.STATUS.col(),
                        FlatPolls.DEVICE_TYPE.col()),
                OptionalInt.empty());
    }

    PollColumns between(long firstSecond, long lastSecond) {
        Column time = rows.col(rows.columns()[TIME]);
        return new PollColumns(
                rows.where(time.geq(Instant.ofEpochSecond(firstSecond))
                        .and(time.lt(Instant.ofEpochSecond(lastSecond + 1)))),
                type);
    }

    private static PollColumns ofType(Dataset<Row> facts, String type, Column id, Column time, Column status) {
        return new PollColumns(
                facts.select(id, time, status), OptionalInt.of(DeviceNumbers.type(UTF8String.fromString(type))));
    }
}
