package io.chargelake.jobs.dashboard.fleet;

import java.util.Locale;

/** The three plans that are compared, in order. */
enum Series {
    UNCONTROLLED,
    CONTROLLED,
    COMPARE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
