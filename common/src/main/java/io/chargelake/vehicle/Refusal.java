package io.chargelake.vehicle;

import java.util.Locale;

/** Why a record is part of no trip and no session. */
public enum Refusal {
    OVERLAP,
    END_BEFORE_START;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
