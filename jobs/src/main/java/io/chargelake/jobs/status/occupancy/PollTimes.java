package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.quality.Bounds;
import java.io.Serializable;
import java.time.Instant;

/**
 * Times of polls, in seconds since 1970, both inclusive: those a poll can have been made at, and those asked for. A poll
 * that is not asked for is as if it were not there; one that can't have been made then is refused.
 */
record PollTimes(long first, long last, long firstAsked, long lastAsked) implements Serializable {
    /** @param asOf the time of the run: polls well after it can't have been made yet */
    static PollTimes asOf(Instant asOf, Days asked) {
        return new PollTimes(
                Bounds.FIRST_POSSIBLE.getEpochSecond(),
                asOf.plus(Bounds.CLOCK_SKEW).getEpochSecond(),
                asked.from().map(day -> Days.startOf(day).getEpochSecond()).orElse(Long.MIN_VALUE),
                asked.to().map(day -> Days.startOf(day).getEpochSecond() - 1).orElse(Long.MAX_VALUE));
    }

    boolean asksFor(long epochSecond) {
        return epochSecond >= firstAsked && epochSecond <= lastAsked;
    }
}
