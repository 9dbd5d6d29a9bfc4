package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.PollTiming;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The days a run computes, as days since 1970, last exclusive. Polls of these days also decide on rows around them: what
 * the last poll before them speaks for, and what theirs speak for after them. So rows are written for a margin of days
 * on both sides, and runs are taken from the table for another margin, and as far as they reach into it.
 */
record Scope(long firstDay, long endDay, int margin) implements Serializable {
    private static final int DAY_S = 86_400;

    Scope {
        if (firstDay >= endDay || margin < 1) {
            throw new IllegalArgumentException(
                    "Cannot compute days " + firstDay + " to " + endDay + ", margin " + margin);
        }
    }

    static Scope of(long firstDay, long endDay, PollTiming timing) {
        return new Scope(firstDay, endDay, (timing.maxGap_s() + DAY_S - 1) / DAY_S);
    }

    /** First day whose rows are written. */
    long firstWritten() {
        return firstDay - margin;
    }

    /** The day after the last whose rows are written. */
    long endWritten() {
        return endDay + margin;
    }

    /** First day whose stored runs can overlap a day that is written. */
    long firstNeeded() {
        return firstWritten() - margin;
    }

    boolean computes(long second) {
        return second >= firstDay * DAY_S && second < endDay * DAY_S;
    }

    boolean writes(long day) {
        return day >= firstWritten() && day < endWritten();
    }

    Set<LocalDate> writtenDays() {
        Set<LocalDate> days = new TreeSet<>();
        LongStream.range(firstWritten(), endWritten()).forEach(day -> days.add(LocalDate.ofEpochDay(day)));
        return days;
    }

    static long start(long day) {
        return day * DAY_S;
    }

    static long dayOf(long second) {
        return Math.floorDiv(second, (long) DAY_S);
    }
}
