package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Wall-clock time of a zone, for labels and for grouping by local days; never stored as a moment. */
public final class LocalTime {
    public static final String NONEXISTENT = "nonexistent";
    public static final String AMBIGUOUS = "ambiguous";

    private static final int DAY_S = 86_400;

    /** How far clocks are set back; half an hour on Lord Howe Island. */
    private static final Column HOUR = expr("INTERVAL 1 HOUR");

    private static final Column HALF_AN_HOUR = expr("INTERVAL 30 MINUTES");

    /** The zone's clock at this moment. Reliable only in a session whose zone is UTC, as ours is. */
    public static Column of(Column moment, ZoneId zone) {
        return from_utc_timestamp(moment, zone.getId());
    }

    /**
     * The local day of moments in a range of local days, last inclusive; of others, some day outside the range. One
     * comparison for each change of the clock in the range: a conversion for each row costs more than summing it up.
     */
    public static Column dayWithin(Column moment, ZoneId zone, LocalDate first, LocalDate last) {
        ZoneRules rules = zone.getRules();
        Instant from = first.minusDays(2).atStartOfDay(zone).toInstant();
        Instant to = last.plusDays(2).atStartOfDay(zone).toInstant();
        Column second = unix_seconds(moment);
        Column offset = lit((long) rules.getOffset(from).getTotalSeconds());
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (change != null && change.getInstant().isBefore(to)) {
            offset = when(second.geq(change.toEpochSecond()), (long)
                            change.getOffsetAfter().getTotalSeconds())
                    .otherwise(offset);
            change = rules.nextTransition(change.getInstant());
        }
        return date_from_unix_date(floor(second.plus(offset).divide(DAY_S)).cast(DataTypes.IntegerType));
    }

    /** The moment at which the zone's clock showed this; the first one where it did so twice. */
    public static Column toMoment(Column local, ZoneId zone) {
        return to_utc_timestamp(local, zone.getId());
    }

    /** The moment at which the zone's clock showed this for the last time: another than {@link #toMoment} where it did so twice. */
    public static Column toLastMoment(Column local, ZoneId zone) {
        Column moment = toMoment(local, zone);
        return when(of(moment.plus(HOUR), zone).equalTo(local), moment.plus(HOUR))
                .when(of(moment.plus(HALF_AN_HOUR), zone).equalTo(local), moment.plus(HALF_AN_HOUR))
                .otherwise(moment);
    }

    /** {@link #NONEXISTENT} or {@link #AMBIGUOUS} for a local time that names no moment, or two; else null. */
    public static Column fault(Column local, ZoneId zone) {
        Column moment = toMoment(local, zone);
        return when(of(moment, zone).notEqual(local), NONEXISTENT)
                .when(toLastMoment(local, zone).notEqual(moment), AMBIGUOUS);
    }

    private LocalTime() {}
}
