package io.chargelake.station;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a station works, as its register says. */
public enum StationStatus {
    OPERATIONAL,
    PLANNED,
    OUT_OF_SERVICE,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of our own word for it, in any case; empty for other words. */
    public static Optional<StationStatus> of(String word) {
        return Stream.of(values())
                .filter(status -> status.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
