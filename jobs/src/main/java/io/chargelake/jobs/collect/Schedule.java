package io.chargelake.jobs.collect;

import io.chargelake.jobs.lake.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When polls are made: every interval from a first one that is put off by chance, so that collectors which start together do not ask
 * together.
 */
record Schedule(Duration interval, Duration jitter) {
    Schedule {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw UserError.usage("Cannot collect with --poll-interval 0: 1s or more is allowed");
        }
    }

    Instant first(Instant now, RandomGenerator random) {
        return now.plusMillis(random.nextLong(jitter.toMillis() + 1));
    }

    /** The next one that is still to come: a poll that took too long is followed by no crowd of others. */
    Instant after(Instant last, Instant now) {
        long passed = Math.max(0, Duration.between(last, now).toMillis());
        return last.plus(interval.multipliedBy(passed / interval.toMillis() + 1));
    }

    /** Whether polls are missing between two. */
    boolean isBroken(Instant last, Instant next) {
        return Duration.between(last, next).compareTo(interval.multipliedBy(3).dividedBy(2)) > 0;
    }
}
