package io.chargelake.anomaly;

import java.util.OptionalLong;

/**
 * Something that is wrong, or was.
 *
 * @param since first hour, and {@code noticed} the hour after which it was known; both in hours since 1970
 * @param until the first hour in which it was over; empty while it lasts
 * @param score how improbable it is without a fault, as a power of ten
 * @param lostSessions that would have been expected
 */
public record Episode(
        Kind kind, long since, long noticed, OptionalLong until, double score, double lostSessions, String evidence) {

    /** What is wrong. */
    public enum Kind {
        SILENT,
        STUCK_OCCUPIED,
        FLAPPING,
        FEED_FAULT;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
