package io.chargelake.status;

import java.io.Serializable;

/**
 * How long a poll speaks for its device: until the next poll if that comes within {@code maxGap_s}, else for
 * {@code pollInterval_s}. The interval must not exceed the gap, or a poll would still hold when the next run begins.
 */
public record PollTiming(int pollInterval_s, int maxGap_s) implements Serializable {
    public static final PollTiming DEFAULT = new PollTiming(600, 1800);

    public PollTiming {
        if (pollInterval_s < 1 || maxGap_s < pollInterval_s) {
            throw new IllegalArgumentException("Cannot time polls: poll interval " + pollInterval_s + " s and max gap "
                    + maxGap_s + " s (1 <= poll interval <= max gap is allowed, options --poll-interval, --max-gap)");
        }
    }
}
