package io.chargelake.jobs.stations.register;

import io.chargelake.station.Doubt;

/** Why no station can be taken from a file: a rule, and words for a person. */
final class UnreadableRegister extends Exception {
    private static final long serialVersionUID = 1L;

    private final Doubt reason;

    UnreadableRegister(Doubt reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
    }

    Doubt reason() {
        return reason;
    }
}
