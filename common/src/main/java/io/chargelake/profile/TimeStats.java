package io.chargelake.profile;

import java.io.Serializable;

/**
 * What is counted of the times of a column. Dates with the year last are read with the day first; which of the two comes first is only
 * known at the end, so the bounds of both readings are kept.
 */
final class TimeStats implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 12;

    private final ClockEvidence clock;
    private final Bounds dayFirst = new Bounds();
    private final Bounds monthFirst = new Bounds();
    private long count;
    private long yearLast;
    private long firstAboveMonths;
    private long secondAboveMonths;

    /** The least and the greatest, in seconds since 1970. */
    private static final class Bounds implements Serializable {
        private static final long serialVersionUID = 1L;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        private void add(double seconds) {
            min = Math.min(min, seconds);
            max = Math.max(max, seconds);
        }

        private void merge(Bounds other) {
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
        }
    }

    TimeStats(ClockEvidence clock) {
        this.clock = clock;
    }

    void add(TextReader read) {
        if (read.isYearLast()) {
            yearLast++;
            firstAboveMonths += read.first() > MONTHS ? 1 : 0;
            secondAboveMonths += read.second() > MONTHS ? 1 : 0;
        }
        addAt(read.value());
        if (read.kind() == TextKind.MOMENT) {
            clock.addMoment(read.value(), read.offsetMinutes());
        } else if (read.kind() == TextKind.LOCAL_TIME) {
            clock.addLocal(read.value());
        }
    }

    void addTyped(TextKind kind, double seconds) {
        addAt(seconds);
        if (kind == TextKind.MOMENT) {
            clock.addUtc(seconds);
        } else if (kind == TextKind.LOCAL_TIME) {
            clock.addLocal(seconds);
        }
    }

    private void addAt(double seconds) {
        count++;
        dayFirst.add(seconds);
        monthFirst.add(DateNumbers.monthFirst(seconds));
    }

    void merge(TimeStats other) {
        count += other.count;
        yearLast += other.yearLast;
        firstAboveMonths += other.firstAboveMonths;
        secondAboveMonths += other.secondAboveMonths;
        dayFirst.merge(other.dayFirst);
        monthFirst.merge(other.monthFirst);
        clock.merge(other.clock);
    }

    long count() {
        return count;
    }

    DateNumbers numbers() {
        return DateNumbers.of(yearLast, firstAboveMonths, secondAboveMonths);
    }

    double min() {
        return numbers() == DateNumbers.MONTH_FIRST ? monthFirst.min : dayFirst.min;
    }

    double max() {
        return numbers() == DateNumbers.MONTH_FIRST ? monthFirst.max : dayFirst.max;
    }

    ClockEvidence clock() {
        return clock;
    }
}
