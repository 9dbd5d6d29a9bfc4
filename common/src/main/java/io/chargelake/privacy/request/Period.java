package io.chargelake.privacy.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * UTC days.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("period holds no day (from " + from + " to " + to
                    + "; from is inclusive, to is exclusive and must be later)");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** Days, months or years that it touches. */
    long touches(ChronoUnit unit) {
        LocalDate last = to.minusDays(1);
        return 1
                + switch (unit) {
                    case YEARS -> last.getYear() - from.getYear();
                    case MONTHS -> ChronoUnit.MONTHS.between(from.withDayOfMonth(1), last.withDayOfMonth(1));
                    default -> unit.between(from, last);
                };
    }

    /** As an ISO 8601 interval with the two hyphens that stand for its slash where that is not allowed, as in the names of files. */
    @Override
    public String toString() {
        return from + "--" + to;
    }
}
