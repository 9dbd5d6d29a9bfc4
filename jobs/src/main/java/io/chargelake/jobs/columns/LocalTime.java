package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;

import java.time.ZoneId;
import org.apache.spark.sql.Column;

/** Wall-clock time of a zone, for labels and for grouping by local days; never stored as a moment. */
public final class LocalTime {
    public static final String NONEXISTENT = "nonexistent";
    public static final String AMBIGUOUS = "ambiguous";

    /** How far clocks are set back; half an hour on Lord Howe Island. */
    private static final Column HOUR = expr("INTERVAL 1 HOUR");

    private static final Column HALF_AN_HOUR = expr("INTERVAL 30 MINUTES");

    /** The zone's clock at this moment. Reliable only in a session whose zone is UTC, as ours is. */
    public static Column of(Column moment, ZoneId zone) {
        return from_utc_timestamp(moment, zone.getId());
    }

    /** The moment at which the zone's clock showed this; the first one where it did so twice. */
    public static Column toMoment(Column local, ZoneId zone) {
        return to_utc_timestamp(local, zone.getId());
    }

    /** {@link #NONEXISTENT} or {@link #AMBIGUOUS} for a local time that names no moment, or two; else null. */
    public static Column fault(Column local, ZoneId zone) {
        Column moment = toMoment(local, zone);
        return when(of(moment, zone).notEqual(local), NONEXISTENT)
                .when(
                        of(moment.plus(HOUR), zone)
                                .equalTo(local)
                                .or(of(moment.plus(HALF_AN_HOUR), zone).equalTo(local)),
                        AMBIGUOUS);
    }

    private LocalTime() {}
}
