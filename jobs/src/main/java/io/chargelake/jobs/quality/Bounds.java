package io.chargelake.jobs.quality;

import java.time.Duration;
import java.time.Instant;

/** What no row of any source is beyond. */
public final class Bounds {
    public static final Instant FIRST_POSSIBLE = Instant.parse("2010-01-01T00:00:00Z");

    /** How far clocks of sources go ahead of ours. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    /** Control characters, and what a decoder puts where bytes are no UTF-8. */
    public static final String UNREADABLE = "[\\x00-\\x1F\\x7F\\x{FFFD}]";

    /** Longer ids and words are no ids and words: a file without line ends, or a quote that is never closed. */
    public static final int LONGEST_VALUE = 255;

    private Bounds() {}
}
