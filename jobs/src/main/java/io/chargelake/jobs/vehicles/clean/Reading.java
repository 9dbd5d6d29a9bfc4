package io.chargelake.jobs.vehicles.clean;

import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import java.util.Map;

/** How one file's values are to be read. Files of the same reading are read alike. */
record Reading(Map<Quantity, Unit> units, DecimalMark decimal, DateOrder dates) {
    static final Reading PLAIN = new Reading(Map.of(), DecimalMark.POINT, DateOrder.YMD);

    Unit unit(Quantity quantity) {
        return units.getOrDefault(quantity, quantity.plain());
    }
}
