package io.chargelake.jobs.lake;

import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** A range of UTC days, from inclusive, to exclusive; an open end is empty. */
public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final Days ALL = new Days(Optional.empty(), Optional.empty());

    public Days {
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw UserError.usage("Cannot use these days: --from " + from.get() + " is not before --to " + to.get()
                    + " (--to is exclusive: the day after the last)");
        }
    }

    public static Days of(LocalDate from, LocalDate to) {
        return new Days(Optional.of(from), Optional.of(to));
    }

    /** Whether a row's day is among these days. */
    public Column containDay() {
        return bounds(Table.DAY.col(), functions::lit);
    }

    /** Whether a time is within these days. */
    public Column containTime(Column time) {
        return bounds(time, day -> lit(startOf(day)));
    }

    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(day::isBefore).orElse(true);
    }

    public boolean isAll() {
        return from.isEmpty() && to.isEmpty();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Column bounds(Column value, Function<LocalDate, Column> literal) {
        Column lower = from.map(day -> value.geq(literal.apply(day))).orElse(lit(true));
        Column upper = to.map(day -> value.lt(literal.apply(day))).orElse(lit(true));
        return lower.and(upper);
    }
}
