package io.chargelake.jobs.collect;

import io.chargelake.jobs.lake.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time, as the collector sees and spends it. */
interface Pace {

    Instant now();

    /** Waits, and no longer when the collector is asked to end. */
    void pause(Duration time);

    boolean isEnding();

    /** The time of a clock, until a signal. */
    static Pace of(InstantSource clock, StopSignal stop) {
        return new Pace() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void pause(Duration time) {
                stop.await(time);
            }

            @Override
            public boolean isEnding() {
                return stop.isRequested();
            }
        };
    }
}
