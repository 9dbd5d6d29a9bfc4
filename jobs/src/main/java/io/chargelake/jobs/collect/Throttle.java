package io.chargelake.jobs.collect;

import java.time.Instant;

/** Until when the server wants to be left alone; it outlives a poll. */
final class Throttle {
    private Instant until = Instant.MIN;

    Instant until() {
        return until;
    }

    void raise(Instant to) {
        until = to.isAfter(until) ? to : until;
    }
}
