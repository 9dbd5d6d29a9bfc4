package io.chargelake.privacy.noise;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What one contributor can change at most: so much in each of so many cells. All that differential privacy promises rests
 * on this bound, so it is enforced and not assumed.
 *
 * <p>Noise is drawn on a grid, so contributions are put on it too, one by one: rounding sums instead would let one
 * contributor change a cell by a grid step more than the bound.
 *
 * @param grid in the measure's whole units
 * @param most grid steps that a contributor gives to a cell, either way
 * @param cells to which a contributor gives
 */
public record Clipping(long grid, long most, int cells) implements Serializable {
    /** So that squares stay far below what the sampler must hold, and sums within a long. */
    private static final long LIMIT = 1L << 31;

    private static final int GRID_BITS = 20;

    public Clipping {
        if (grid < 1 || grid > LIMIT || most < 1 || most > LIMIT || cells < 1) {
            throw new IllegalArgumentException("Cannot clip to " + most + " steps of " + grid + " in " + cells
                    + " cells (each at least 1, steps and grid at most 2^31)");
        }
    }

    /** On the finest grid that this leaves: a millionth of the bound. */
    public static Clipping to(long bound, int cells) {
        long grid = Math.max(1, bound >> GRID_BITS);
        return new Clipping(grid, Math.max(1, bound / grid), cells);
    }

    /** A contributor's value in grid steps, halves away from 0, within the bound. */
    public long clip(long value) {
        long whole = value / grid;
        long rest = Math.abs(value % grid);
        long steps = whole + (rest >= grid - rest ? Long.signum(value) : 0);
        return Math.max(-most, Math.min(most, steps));
    }

    /**
     * The cells that a contributor keeps, the same in every run: those whose keyed hashes are least. The choice must not
     * depend on values, and without the key nobody can tell which cells somebody is left out of.
     */
    public List<String> kept(byte[] key, long contributor, Collection<String> cellKeys) {
        KeyedHash hash = new KeyedHash(key);
        return cellKeys.stream()
                .distinct()
                .sorted(Comparator.comparingLong((String cell) -> hash.bits("clipping", cell, contributor))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(cells)
                .sorted()
                .toList();
    }
}
