package io.chargelake.privacy.request;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as it was asked for, which says nothing of whether it may leave.
 *
 * @param statistic its name as written, of which there may be none
 * @param column what it is of; the word {@code records} for their number
 * @param rounding to multiples of this; empty for the finest that the table lets out
 */
public record Measure(String statistic, String column, Optional<BigDecimal> rounding) {
    public static final String GRAMMAR =
            "statistic(column), such as sum(energy_kwh), mean(distance_km), p90(duration_s), share(complete) or count(records),"
                    + " with ' rounded to N' behind it for a coarser rounding";
    /** What is counted by {@code count(records)}. */
    public static final String RECORDS = "records";

    private static final Pattern WRITTEN = Pattern.compile(
            "([A-Za-z][A-Za-z0-9_]{0,40})\\s{0,9}\\(([^()]{1,100})\\)(?:\\s{1,9}rounded to (\\d{1,12}(?:\\.\\d{1,9})?))?");

    public Measure {
        Words.requireLine("statistic", statistic);
        Words.requireLine("column", column);
        if (rounding.isPresent() && rounding.get().signum() <= 0) {
            throw new IllegalArgumentException("rounding is not positive (" + rounding.get() + ")");
        }
    }

    public static Measure parse(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("measure is not written as " + GRAMMAR);
        }
        return new Measure(
                parts.group(1).toLowerCase(Locale.ROOT),
                parts.group(2).strip(),
                Optional.ofNullable(parts.group(3)).map(BigDecimal::new));
    }

    /** Without its rounding. */
    String call() {
        return statistic + "(" + column + ")";
    }

    @Override
    public String toString() {
        return call()
                + rounding.map(base -> " rounded to " + base.toPlainString()).orElse("");
    }
}
