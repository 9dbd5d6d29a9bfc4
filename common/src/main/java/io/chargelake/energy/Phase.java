package io.chargelake.energy;

/** How a charger hangs on the three conductors. */
public enum Phase {
    ONE,
    TWO,
    THREE,
    /** On all of them, a third each. */
    ALL;

    /** From 0; of no meaning for {@link #ALL}. */
    public int index() {
        return ordinal();
    }
}
