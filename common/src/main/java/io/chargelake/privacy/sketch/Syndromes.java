package io.chargelake.privacy.sketch;

import java.util.Arrays;

/**
 * The sketch of a {@link DifferenceSketch} as a bare array, changed in place: for sums over millions of rows, where an
 * object a row would cost more than the arithmetic. An array of {@link #TERMS} zeros is the sketch of nothing.
 */
public final class Syndromes {
    /** Why 24: see {@link DifferenceSketch}. */
    public static final int TERMS = 24;

    /** Exclusive. A difference of two totals below it is never 0 modulo the prime unless it is 0. */
    public static final long VALUE_LIMIT = 1L << 60;

    private Syndromes() {}

    public static long[] empty() {
        return new long[TERMS];
    }

    /** Any 64 bits of a keyed hash as a contributor: 1 to 2^61 - 2. */
    public static long contributor(long bits) {
        return Long.remainderUnsigned(bits, Mersenne61.P - 1) + 1;
    }

    /** Adds what one contributor gives; the same contributor may come again, its values add up. */
    public static void add(long[] into, long contributor, long value) {
        if (contributor <= 0 || contributor >= Mersenne61.P || value <= -VALUE_LIMIT || value >= VALUE_LIMIT) {
            throw new IllegalArgumentException("Cannot sketch value " + value + " of contributor " + contributor
                    + " (contributors 1 to 2^61 - 2, values within 2^60 of 0)");
        }
        requireLength(into);
        long term = Mersenne61.of(value);
        for (int k = 0; k < TERMS; k++) {
            term = Mersenne61.times(term, contributor);
            into[k] = Mersenne61.plus(into[k], term);
        }
    }

    public static void merge(long[] into, long[] other) {
        requireLength(into);
        requireLength(other);
        for (int k = 0; k < TERMS; k++) {
            into[k] = Mersenne61.plus(into[k], other[k]);
        }
    }

    public static void subtract(long[] from, long[] other) {
        requireLength(from);
        requireLength(other);
        for (int k = 0; k < TERMS; k++) {
            from[k] = Mersenne61.minus(from[k], other[k]);
        }
    }

    /** How many contributors have a total other than 0: 0 to 10 exactly, {@link DifferenceSketch#MANY} for all above. */
    public static int support(long[] sketch) {
        requireLength(sketch);
        return Math.min(LinearComplexity.of(sketch), DifferenceSketch.MANY);
    }

    static void requireElements(long[] sketch) {
        requireLength(sketch);
        if (!Arrays.stream(sketch).allMatch(Mersenne61::isElement)) {
            throw new IllegalArgumentException("Cannot read sketch: a term is out of range (0 to 2^61 - 2)");
        }
    }

    private static void requireLength(long[] sketch) {
        if (sketch.length != TERMS) {
            throw new IllegalArgumentException(
                    "Cannot read sketch: " + sketch.length + " terms (" + TERMS + " are needed)");
        }
    }
}
