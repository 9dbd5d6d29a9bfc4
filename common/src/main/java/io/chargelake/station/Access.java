package io.chargelake.station;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may charge at a station. */
public enum Access {
    PUBLIC,
    PRIVATE,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The access of our own word for it, in any case; empty for other words. */
    public static Optional<Access> of(String word) {
        return Stream.of(values())
                .filter(access -> access.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
