package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.from_utc_timestamp;

import java.time.ZoneId;
import org.apache.spark.sql.Column;

/** Wall-clock time of a zone, for labels and for grouping by local days; never stored as a moment. */
public final class LocalTime {

    /** The zone's clock at this moment. Reliable only in a session whose zone is UTC, as ours is. */
    public static Column of(Column moment, ZoneId zone) {
        return from_utc_timestamp(moment, zone.getId());
    }

    private LocalTime() {}
}
