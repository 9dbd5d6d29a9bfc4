package io.chargelake.jobs.collect;

import io.chargelake.jobs.lake.UserError;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how long a poll is tried. Waits grow twofold from {@code firstWait} to {@code longestWait} and are drawn evenly from
 * nothing to that ('full jitter'): those who failed together do not come back together.
 *
 * @param whole for the poll with all its tries
 */
record Patience(int tries, Duration firstWait, Duration longestWait, Duration whole) {
    Patience {
        if (tries < 1) {
            throw UserError.usage("Cannot collect with --tries " + tries + ": 1 or more is allowed");
        }
        if (whole.isZero()) {
            throw UserError.usage("Cannot collect with --poll-timeout 0: 1s or more is allowed");
        }
    }

    /** The wait behind a round of tries, the first being 1. */
    Duration wait(int round, RandomGenerator random) {
        long most_ms = Math.min(longestWait.toMillis(), firstWait.toMillis() << Math.min(30, round - 1));
        return Duration.ofMillis(random.nextLong(most_ms + 1));
    }
}
