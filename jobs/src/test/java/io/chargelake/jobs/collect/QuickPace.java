package io.chargelake.jobs.collect;

import java.time.Duration;
import java.time.Instant;

/** A day in seconds: waits take no time, but the clock moves on by them. */
final class QuickPace implements Pace {
    private final Instant end;
    private Instant now;

    QuickPace(Instant start, Instant end) {
        this.now = start;
        this.end = end;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration time) {
        now = now.plus(time);
    }

    @Override
    public boolean isEnding() {
        return !now.isBefore(end);
    }
}
