package io.chargelake.generate.station;

import java.util.Locale;

/** What can be wrong with a row of a register. */
public enum StationDamageKind {
    ZERO_COORDINATES,
    SWAPPED_COORDINATES,
    /** A further row of the same id, of another status: a register that contradicts itself. */
    DUPLICATE_ID,
    MALFORMED_EVSE_ID,
    MISSING_HOURS,
    /** A postcode that does not occur in the country. */
    POSTCODE_COUNTRY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
