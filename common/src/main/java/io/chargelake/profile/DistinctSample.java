package io.chargelake.profile;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many different values there are, and how often they come again. It keeps the values (as hashes of 64 bits) that end in at least
 * {@code level} zero bits, with their exact counts; when there are more than {@code capacity}, the level rises and half of them go.
 * What is kept depends on the values alone: not on their order, nor on how the rows were parted.
 *
 * <p>Exact up to {@code capacity} different values; beyond, the standard error is at most {@code 1 / sqrt(capacity / 2)}. Memory: 24
 * bytes a kept value.
 */
final class DistinctSample implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SMALLEST = 16;
    /** Zero marks a free place. */
    private static final long INSTEAD_OF_ZERO = Long.MIN_VALUE;

    private final int capacity;
    private int level;
    private int size;
    private long[] hashes = new long[SMALLEST];
    private int[] counts = new int[SMALLEST];

    DistinctSample(int capacity) {
        this.capacity = capacity;
    }

    void add(long hash) {
        add(hash, 1);
    }

    private void add(long given, int count) {
        long hash = given == 0 ? INSTEAD_OF_ZERO : given;
        if (Long.numberOfTrailingZeros(hash) < level) {
            return;
        }
        int place = place(hash);
        if (hashes[place] == hash) {
            counts[place] = (int) Math.min(Integer.MAX_VALUE, (long) counts[place] + count);
            return;
        }
        hashes[place] = hash;
        counts[place] = count;
        size++;
        if (size > capacity) {
            level++;
            rebuild(hashes.length);
        } else if (2 * size > hashes.length) {
            rebuild(2 * hashes.length);
        }
    }

    void merge(DistinctSample other) {
        if (other.level > level) {
            level = other.level;
            rebuild(hashes.length);
        }
        for (int i = 0; i < other.hashes.length; i++) {
            if (other.hashes[i] != 0) {
                add(other.hashes[i], other.counts[i]);
            }
        }
    }

    /** How many different values, about; exact where {@link #isExact}. */
    long distinct() {
        return (long) size << level;
    }

    boolean isExact() {
        return level == 0;
    }

    /** How many values were there before, about. */
    long repeats() {
        return (kept() - size) << level;
    }

    /** Whether no value that was kept came twice. */
    boolean isUnique() {
        return kept() == size;
    }

    private long kept() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    private void rebuild(int places) {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        do {
            hashes = new long[places];
            counts = new int[places];
            size = 0;
            for (int i = 0; i < oldHashes.length; i++) {
                if (oldHashes[i] != 0 && Long.numberOfTrailingZeros(oldHashes[i]) >= level) {
                    int place = place(oldHashes[i]);
                    hashes[place] = oldHashes[i];
                    counts[place] = oldCounts[i];
                    size++;
                }
            }
        } while (size > capacity && ++level > 0);
    }

    /** Of this hash, or the free place for it; the upper bits choose, as the lower ones are alike at higher levels. */
    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) (hash >>> 32) & mask;
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
