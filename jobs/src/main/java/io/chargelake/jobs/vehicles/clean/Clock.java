package io.chargelake.jobs.vehicles.clean;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** How the times of a delivery become moments. */
public record Clock(ZoneId zone, Offsets offsets, Origin origin) {

    /** What an offset beside a time is worth. */
    public enum Offsets {
        KEPT,
        /** The time is local in spite of it. */
        IGNORED
    }

    public enum Origin {
        STATED,
        /** The network's zone, as nobody said anything. */
        ASSUMED
    }

    static final Clock UTC = new Clock(ZoneOffset.UTC, Offsets.KEPT, Origin.STATED);

    boolean isUtc() {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}
