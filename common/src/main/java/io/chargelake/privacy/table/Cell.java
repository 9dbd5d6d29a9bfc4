package io.chargelake.privacy.table;

import java.util.Objects;

/**
 * A cell of the system of published equations, its value exact as before rounding.
 *
 * @param key unique, and what decides where costs are equal
 * @param floor what everybody knows the value not to be below; {@link #NO_FLOOR} for differences and signed measures
 * @param protection how far from the value everybody's bounds must stay if the cell is not published; 0 unless unsafe
 * @param cost what it costs to suppress the cell, at least 0; its value where nothing better is known
 */
public record Cell(String key, long value, long floor, Fate fate, long protection, long cost) {
    public static final long NO_FLOOR = Long.MIN_VALUE;

    /** So that sums of thousands of deviations and costs stay within a long. */
    private static final long LIMIT = 1L << 58;

    public Cell {
        Objects.requireNonNull(key);
        Objects.requireNonNull(fate);
        boolean isWithin = Math.abs(value) < LIMIT && value >= floor && (floor == NO_FLOOR || floor > -LIMIT);
        boolean isProtected = fate == Fate.UNSAFE ? protection >= 1 && protection < LIMIT : protection == 0;
        if (!isWithin || !isProtected || cost < 0 || cost >= LIMIT) {
            throw new IllegalArgumentException("Cannot hold cell " + key + ": value " + value + ", floor " + floor
                    + ", protection " + protection + ", cost " + cost + " as " + fate
                    + " (floor at most the value, protection at least 1 if unsafe and 0 otherwise, all below 2^58)");
        }
    }

    /** A cell of a measure that is never below 0. */
    public static Cell open(String key, long value) {
        return new Cell(key, value, 0, Fate.OPEN, 0, value);
    }

    public static Cell unsafe(String key, long value, long protection) {
        return new Cell(key, value, 0, Fate.UNSAFE, protection, value);
    }

    public static Cell published(String key, long value) {
        return new Cell(key, value, 0, Fate.PUBLISHED, 0, value);
    }

    /** Of two sums: unsafe, of either sign, and nobody's to publish, so it costs nothing. */
    public static Cell difference(String key, long amount, long protection) {
        return new Cell(key, amount, NO_FLOOR, Fate.UNSAFE, protection, 0);
    }
}
