package io.chargelake.jobs.vehicles.indicators;

import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.weekday;

import io.chargelake.jobs.columns.LocalPeriod;
import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** For when figures are computed. Their names are those of the table. */
public enum Period {
    day,
    weekday,
    month,
    year,
    /** All days asked for: for questions, never stored. */
    whole;

    /** The period's first day; all Mondays of a year are known by its first Monday. */
    Column start(Column date) {
        return switch (this) {
            case day -> date;
            case weekday -> firstAlike(date, LocalPeriod.YEAR.start(date));
            case month -> LocalPeriod.MONTH.start(date);
            case year -> LocalPeriod.YEAR.start(date);
            case whole -> lit(LocalDate.EPOCH);
        };
    }

    private static Column firstAlike(Column date, Column from) {
        Column days = pmod(weekday(date).minus(weekday(from)), lit(7));
        return date_add(from, days);
    }
}
