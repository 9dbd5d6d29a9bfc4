package io.chargelake.generate.vehicle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can go wrong with a raw row. One row suffers at most one kind, so that counts are exact. */
public enum DamageKind {
    MISSING,
    DUPLICATE,
    /** A further record repeats the later half of a row under an id of its own. */
    OVERLAP,
    SOC_NOISE,
    SOC_JUMP,
    END_BEFORE_START,
    MISSING_ENERGY,
    /** The vehicle's id in another case or with spaces around it. */
    VEHICLE_SPELLING,
    NEGATIVE_DISTANCE,
    ZERO_ENERGY,
    /** A charge that claims to have happened while the vehicle drove. */
    CHARGE_IN_DRIVE;

    private static final List<DamageKind> BOTH = List.of(
            MISSING, DUPLICATE, OVERLAP, SOC_NOISE, SOC_JUMP, END_BEFORE_START, MISSING_ENERGY, VEHICLE_SPELLING);
    static final List<DamageKind> OF_DRIVES = with(NEGATIVE_DISTANCE);
    static final List<DamageKind> OF_CHARGES = with(ZERO_ENERGY, CHARGE_IN_DRIVE);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<DamageKind> with(DamageKind... more) {
        List<DamageKind> kinds = new ArrayList<>(BOTH);
        kinds.addAll(List.of(more));
        return List.copyOf(kinds);
    }
}
