package io.chargelake.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is measured. Each has one plain unit, in which every table keeps it. */
public enum Quantity {
    DISTANCE,
    ENERGY,
    POWER,
    SOC,
    DURATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Unit plain() {
        return units().get(0);
    }

    /** Its units, the plain one first. */
    public List<Unit> units() {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.quantity() == this)
                .toList();
    }
}
