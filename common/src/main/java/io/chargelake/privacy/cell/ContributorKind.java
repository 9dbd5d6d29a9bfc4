package io.chargelake.privacy.cell;

import java.util.Locale;

/** Whose data a cell may give away: a person by the vehicle, a business by its sites or as operator. */
public enum ContributorKind {
    VEHICLE,
    SITE,
    OPERATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String plural() {
        return code() + "s";
    }
}
