package io.chargelake.jobs.status.occupancy;

import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.status.RunParts;
import io.chargelake.status.Runs;
import io.chargelake.status.Status;
import java.io.Serializable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** A run as the table has it. What it holds of days that are not computed anew stands for their polls. */
record StoredRun(Device device, byte status, long start, long lastPoll, long end, int polls, byte[] parts)
        implements Serializable {

    static Column[] columns() {
        return new Column[] {
            StatusRun.DEVICE_TYPE.col(),
            StatusRun.DEVICE_ID.col(),
            StatusRun.STATUS.col(),
            unix_seconds(StatusRun.START_TIME.col()),
            unix_seconds(StatusRun.LAST_POLL.col()),
            unix_seconds(StatusRun.END_TIME.col()),
            StatusRun.POLLS.col(),
            StatusRun.PARTS.col()
        };
    }

    static StoredRun of(Row row) {
        return new StoredRun(
                new Device(row.getString(0), row.getString(1)),
                Status.of(row.getString(2)).code(),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getInt(6),
                row.isNullAt(7) ? new byte[0] : row.getAs(7));
    }

    /** Adds what the run holds of days outside the scope. */
    void addTo(Runs runs, int number, Scope scope) {
        RunParts.read(start, lastPoll, polls, parts, (first, last, n) -> {
            if (!scope.computes(first)) {
                runs.add(number, first, last, n, status);
            }
        });
    }
}
