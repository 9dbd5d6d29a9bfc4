package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_seconds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Periods of the calendar, known by their first day. Weeks begin on Mondays. */
public enum LocalPeriod {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    public Column start(Column day) {
        return this == DAY ? day : trunc(day, code());
    }

    /** The day after the period's last, from its first. */
    public Column end(Column start) {
        return switch (this) {
            case DAY -> date_add(start, 1);
            case WEEK -> date_add(start, 7);
            case MONTH -> add_months(start, 1);
            case YEAR -> add_months(start, 12);
        };
    }

    /** Seconds the period lasts in a zone: days of 23 and 25 hours count as what they are. */
    public Column seconds(Column start, ZoneId zone) {
        return moment(end(start), zone).minus(moment(start, zone));
    }

    private static Column moment(Column day, ZoneId zone) {
        return unix_seconds(LocalTime.toMoment(day.cast(DataTypes.TimestampType), zone));
    }
}
