package io.chargelake.jobs.collect;

import java.util.Locale;

/** How a poll ended. */
enum Outcome {
    /** Everything is stored. */
    STORED,
    /** Something is stored, something is missing. */
    PARTIAL,
    /** Nothing is stored, something is missing. */
    GAP,
    /** Nothing is stored, as the server said of all that it is as before. */
    UNCHANGED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(Polled polled) {
        if (polled.allMissing().isEmpty()) {
            return polled.answers.isEmpty() ? UNCHANGED : STORED;
        }
        return polled.answers.isEmpty() && polled.unchanged.isEmpty() ? GAP : PARTIAL;
    }
}
