package io.chargelake.privacy.noise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Noise that makes sums of clipped contributions rho-zero-concentrated differentially private, for adding or removing one
 * contributor. That changes at most m cells by at most C each, so the vector of all cells by at most C sqrt(m), and
 * Gaussian noise of
 *
 * <pre>sigma = C sqrt(m) / sqrt(2 rho)</pre>
 *
 * in every cell, also in those nobody gave to, spends rho. The list of cells must be fixed beforehand, and each cell's
 * noise drawn once and kept: drawn again for a repeated delivery, it would spend rho again.
 */
public final class SumNoise {
    private final Clipping clipping;
    private final DiscreteGaussian steps;

    /**
     * Draws for one delivery.
     *
     * @param rhoMicros what the delivery spends, in millionths
     * @param random secret, a SecureRandom but for tests
     */
    public SumNoise(Clipping clipping, long rhoMicros, RandomGenerator random) {
        if (rhoMicros < 1) {
            throw new IllegalArgumentException(
                    "Cannot draw noise for " + rhoMicros + " millionths of rho (at least 1)");
        }
        this.clipping = clipping;
        BigInteger variance = BigInteger.valueOf(clipping.most())
                .pow(2)
                .multiply(BigInteger.valueOf(clipping.cells()))
                .multiply(BigInteger.valueOf(1_000_000));
        steps = new DiscreteGaussian(variance, BigInteger.valueOf(2).multiply(BigInteger.valueOf(rhoMicros)), random);
    }

    /**
     * A cell's sum with noise, in the measure's whole units.
     *
     * @param clippedSteps the sum of {@link Clipping#clip} over the contributors that keep the cell
     */
    public long noisy(long clippedSteps) {
        return Math.multiplyExact(Math.addExact(clippedSteps, steps.draw()), clipping.grid());
    }

    /** In the measure's whole units: what readers are told of the noise. */
    public static double sigma(Clipping clipping, long rhoMicros) {
        return clipping.grid() * clipping.most() * Math.sqrt(clipping.cells() / (2 * rhoMicros / 1e6));
    }
}
