package io.chargelake.privacy.ledger;

import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.Fate;
import java.util.Objects;

/**
 * One measure of a cell, before anything is decided.
 *
 * @param coordinates what the delivery is filtered to stands here as well: a month can be compared with its days only if
 *     every cell of a day says which
 * @param total exact, in the measure's whole units
 * @param protection of a cell that is unsafe by itself; 0 if it is safe
 */
public record MeasuredCell(
        Coordinates coordinates, String measure, DifferenceSketch sketch, long total, long protection) {
    public MeasuredCell {
        Objects.requireNonNull(coordinates);
        Objects.requireNonNull(sketch);
        if (measure.isEmpty() || protection < 0) {
            throw new IllegalArgumentException("Cannot hold cell " + coordinates.key() + " of measure '" + measure
                    + "': protection " + protection + " (a measure is needed, protection is at least 0)");
        }
    }

    /** Its key in a system of deliveries. */
    public String name(String delivery) {
        return name(delivery, measure, coordinates);
    }

    static String name(String delivery, String measure, Coordinates at) {
        return delivery + "|" + measure + "|" + at.key();
    }

    /** As part of a delivery that is yet to be decided. */
    Cell asNew(String delivery, long floor) {
        return asCell(delivery, floor, protection > 0 ? Fate.UNSAFE : Fate.OPEN);
    }

    Cell asCell(String delivery, long floor, Fate fate) {
        return new Cell(name(delivery), total, floor, fate, fate == Fate.UNSAFE ? protection : 0, Math.abs(total));
    }
}
