package io.chargelake.privacy.request;

/**
 * Noise for sums with a budget, where a recipient needs the guarantee.
 *
 * @param clip what a contributor may add to a cell at most, in the unit of the sum
 * @param maxCells how many cells a contributor may add to
 */
public record DifferentialPrivacy(double epsilon, double delta, double clip, int maxCells) {
    public DifferentialPrivacy {
        require("epsilon", epsilon, epsilon > 0 && epsilon <= 10, "above 0, at most 10");
        require("delta", delta, delta > 0 && delta <= 1e-5, "above 0, at most 0.00001");
        require("clip", clip, clip > 0 && Double.isFinite(clip), "above 0");
        require("max_cells", maxCells, maxCells >= 1, "at least 1");
    }

    private static void require(String key, Number value, boolean holds, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "differential_privacy." + key + " is out of range (" + value + ", allowed: " + allowed + ")");
        }
    }
}
