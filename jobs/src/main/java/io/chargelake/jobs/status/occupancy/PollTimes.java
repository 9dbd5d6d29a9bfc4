package io.chargelake.jobs.status.occupancy;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times a poll can have been made at, in microseconds since 1970, both inclusive. */
record PollTimes(long firstMicros, long lastMicros) implements Serializable {
    private static final Instant FIRST_POSSIBLE = Instant.parse("2010-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    /** @param asOf the time of the run: polls well after it can't have been made yet */
    static PollTimes asOf(Instant asOf) {
        return new PollTimes(micros(FIRST_POSSIBLE), micros(asOf.plus(CLOCK_SKEW)));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
