package io.chargelake.energy;

import java.io.Serializable;

/** Slots of equal length in UTC; local clocks may change meanwhile. */
public record Horizon(long startS, int slots, int stepS) implements Serializable {

    public Horizon {
        if (slots < 1 || stepS < 1) {
            throw new IllegalArgumentException(
                    "Cannot plan over " + slots + " slots of " + stepS + " s: both must be above 0");
        }
    }

    public long endS() {
        return slotStartS(slots);
    }

    public long slotStartS(int slot) {
        return startS + (long) slot * stepS;
    }

    public double slotHours() {
        return stepS / 3_600.0;
    }

    /** The slot of a second; the number of slots for the end itself. */
    public int slotOf(long second) {
        return (int) Math.floorDiv(second - startS, stepS);
    }
}
