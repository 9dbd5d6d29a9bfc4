package io.chargelake.jobs.status.occupancy;

import java.util.Locale;

/** Why a poll can't be used; the codes are those of the rules of an ingest. */
enum Refusal {
    BROKEN_LINE,
    UNKNOWN_DEVICE_TYPE,
    MISSING_DEVICE_ID,
    BAD_ENCODING,
    UNPARSEABLE_TIME,
    BEFORE_2010,
    IN_THE_FUTURE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
