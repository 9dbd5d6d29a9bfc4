package io.chargelake.privacy.request;

import io.chargelake.privacy.noise.Budget;
import io.chargelake.privacy.noise.Clipping;
import io.chargelake.privacy.noise.SumNoise;

/**
 * Noise for sums with a budget, where a recipient needs the guarantee.
 *
 * @param clip what a contributor may add to a cell at most, in the unit of the sum
 * @param maxCells how many cells a contributor may add to
 */
public record DifferentialPrivacy(double epsilon, double delta, double clip, int maxCells) {
    private static final double MILLION = 1e6;

    public DifferentialPrivacy {
        require("epsilon", epsilon, epsilon > 0 && epsilon <= 10, "above 0, at most 10");
        require("delta", delta, delta > 0 && delta <= 1e-5, "above 0, at most 0.00001");
        require("clip", clip, clip > 0 && clip <= 1e9, "above 0, at most 1000000000");
        require("max_cells", maxCells, maxCells >= 1, "at least 1");
    }

    /** What a contributor may add, in millionths of the sum's unit. */
    public Clipping clipping() {
        return Clipping.to(Math.max(1, Math.round(clip * MILLION)), maxCells);
    }

    /** What a delivery spends, in millionths; 0 where epsilon is too small for any. */
    public long rhoMicros() {
        return Budget.rhoMicros(epsilon, delta);
    }

    /** The noise's standard deviation in each cell, in the sum's unit. */
    public double sigma() {
        return SumNoise.sigma(clipping(), rhoMicros()) / MILLION;
    }

    private static void require(String key, Number value, boolean holds, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "differential_privacy." + key + " is out of range (" + value + ", allowed: " + allowed + ")");
        }
    }
}
