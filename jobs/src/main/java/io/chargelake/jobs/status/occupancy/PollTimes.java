package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Days;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Times of polls, in seconds since 1970, both inclusive: those a poll can have been made at, and those asked for. A poll
 * that is not asked for is as if it were not there; one that can't have been made then is refused.
 */
record PollTimes(long first, long last, long firstAsked, long lastAsked) implements Serializable {
    private static final Instant FIRST_POSSIBLE = Instant.parse("2010-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    /** @param asOf the time of the run: polls well after it can't have been made yet */
    static PollTimes asOf(Instant asOf, Days asked) {
        return new PollTimes(
                FIRST_POSSIBLE.getEpochSecond(),
                asOf.plus(CLOCK_SKEW).getEpochSecond(),
                asked.from().map(day -> Days.startOf(day).getEpochSecond()).orElse(Long.MIN_VALUE),
                asked.to().map(day -> Days.startOf(day).getEpochSecond() - 1).orElse(Long.MAX_VALUE));
    }

    boolean asksFor(long epochSecond) {
        return epochSecond >= firstAsked && epochSecond <= lastAsked;
    }
}
