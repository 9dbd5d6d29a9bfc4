package io.chargelake.privacy.noise;

import io.chargelake.privacy.sketch.DifferenceSketch;

/**
 * Rounds to a multiple of a base, up or down by chance, so that the expected value is the true one: of k base + r a
 * share of r / base is rounded up.
 *
 * <p>The coin is no random draw but a keyed function of the measure and of the sketch of the cell's contributors. Tasks
 * that run twice, retries and repeated deliveries of the same contributors draw the same coin and publish the same value:
 * there are no repeats to average, while a fresh coin each time would let n deliveries narrow the value down by the root
 * of n. The sketch stands for the sorted list of contributors and what they gave, since it doesn't depend on order.
 *
 * <p>It is no differential privacy and must not be sold as such: rounding of a cell and of the sum above it are
 * independent, so margins narrow a cell down. That is why the audit takes published values as known exactly.
 */
public final class KeyedRounding {
    private static final String PURPOSE = "rounding";

    private final KeyedHash hash;
    private final long base;

    /**
     * @param key at least 16 bytes, secret
     * @param base in the measure's whole units; 1 leaves values as they are
     */
    public KeyedRounding(byte[] key, long base) {
        if (base < 1) {
            throw new IllegalArgumentException("Cannot round: base " + base + " (at least 1)");
        }
        this.hash = new KeyedHash(key);
        this.base = base;
    }

    public long round(String measure, DifferenceSketch contributors, long value) {
        long above = Math.floorMod(value, base);
        long down = value - above;
        // a remainder of 64 bits favours small numbers by less than base / 2^64
        long coin = Long.remainderUnsigned(hash.bits(PURPOSE, measure, contributors.terms()), base);
        return coin < above ? Math.addExact(down, base) : down;
    }
}
