package io.chargelake.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The moment a local time without an offset names. Where the clock is set back a local time comes twice: the first is taken, and said
 * to be in doubt. Where it is set forward some never come; the moment is then the one the same time before would have had.
 */
public record LocalMoment(Instant moment, Kind kind) {

    /** How many moments the local time names. */
    public enum Kind {
        ONE,
        TWO,
        NONE
    }

    public static LocalMoment of(LocalDateTime local, ZoneId zone) {
        int offsets = zone.getRules().getValidOffsets(local).size();
        Kind kind = offsets == 1 ? Kind.ONE : offsets == 0 ? Kind.NONE : Kind.TWO;
        return new LocalMoment(local.atZone(zone).toInstant(), kind);
    }
}
