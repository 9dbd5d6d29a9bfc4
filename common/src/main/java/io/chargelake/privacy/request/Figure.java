package io.chargelake.privacy.request;

import java.math.BigDecimal;

/**
 * A measure that may leave.
 *
 * @param column what it is of, or {@link Measure#RECORDS}
 * @param rounding its values are multiples of this
 * @param unit empty for shares and numbers of records
 */
public record Figure(Statistic statistic, String column, BigDecimal rounding, String unit, String meaning) {

    /** The column of the delivery that it stands in. */
    public String name() {
        return statistic.code() + "_" + column;
    }

    /** What a person reads of it. */
    public String words() {
        String of =
                switch (statistic) {
                    case COUNT, SHARE -> statistic.meaning() + " (" + meaning + ")";
                    case VALUE -> statistic.meaning() + ": " + meaning;
                    case P10, P50, P90 -> statistic.meaning() + ", of " + column + " (" + meaning + ")";
                    default -> statistic.meaning() + " of " + column + " (" + meaning + ")";
                };
        return of + ", rounded to " + rounding.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
    }
}
