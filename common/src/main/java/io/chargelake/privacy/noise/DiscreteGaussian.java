package io.chargelake.privacy.noise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Whole numbers with probability proportional to exp(-x^2 / (2 sigma^2)), exactly (Canonne, Kamath and Steinke 2020):
 * rounded draws of a continuous Gaussian leak what they hide through the gaps of floating point. Every decision compares
 * whole numbers, and the variance is a ratio of them.
 *
 * <p>A draw proposes a number from the discrete Laplace distribution, whose scale is sigma rounded up, and accepts it with
 * about even odds. Time depends on what is drawn, so it must not be observable by a recipient; an extract's is not.
 */
public final class DiscreteGaussian {
    private final BigInteger numerator;
    private final BigInteger denominator;
    private final BigInteger scale;
    private final RandomGenerator random;

    /**
     * With the variance numerator / denominator.
     *
     * @param random secret, a SecureRandom but for tests
     */
    public DiscreteGaussian(BigInteger numerator, BigInteger denominator, RandomGenerator random) {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Cannot draw noise of variance " + numerator + " / " + denominator + " (both at least 1)");
        }
        this.numerator = numerator;
        this.denominator = denominator;
        this.random = random;
        scale = numerator.divide(denominator).sqrt().add(BigInteger.ONE);
    }

    public long draw() {
        while (true) {
            BigInteger proposed = laplace();
            BigInteger off =
                    proposed.abs().multiply(scale).multiply(denominator).subtract(numerator);
            BigInteger over =
                    BigInteger.TWO.multiply(numerator).multiply(denominator).multiply(scale.pow(2));
            if (isHead(off.pow(2), over)) {
                return proposed.longValueExact();
            }
        }
    }

    /** Whole numbers with probability proportional to exp(-|x| / scale). */
    private BigInteger laplace() {
        while (true) {
            BigInteger below = below(scale);
            if (!isHeadUpToOne(below, scale)) {
                continue;
            }
            BigInteger above = BigInteger.ZERO;
            while (isHeadUpToOne(BigInteger.ONE, BigInteger.ONE)) {
                above = above.add(BigInteger.ONE);
            }
            BigInteger size = below.add(scale.multiply(above));
            boolean isNegative = below(BigInteger.TWO).signum() == 1;
            if (!isNegative) {
                return size;
            }
            if (size.signum() != 0) { // 0 would come twice as often
                return size.negate();
            }
        }
    }

    /** With probability exp(-over / under). */
    private boolean isHead(BigInteger over, BigInteger under) {
        BigInteger[] parts = over.divideAndRemainder(under);
        for (BigInteger i = parts[0]; i.signum() > 0; i = i.subtract(BigInteger.ONE)) {
            if (!isHeadUpToOne(BigInteger.ONE, BigInteger.ONE)) {
                return false;
            }
        }
        return isHeadUpToOne(parts[1], under);
    }

    /** With probability exp(-over / under) for a ratio of at most 1: the parity of how long a falling run lasts. */
    private boolean isHeadUpToOne(BigInteger over, BigInteger under) {
        long run = 1;
        while (below(under.multiply(BigInteger.valueOf(run))).compareTo(over) < 0) {
            run++;
        }
        return run % 2 == 1;
    }

    /** Uniform in 0 .. bound - 1. */
    private BigInteger below(BigInteger bound) {
        int bits = bound.subtract(BigInteger.ONE).bitLength();
        byte[] bytes = new byte[(bits + 7) / 8];
        while (true) {
            random.nextBytes(bytes);
            if (bits % 8 != 0) {
                bytes[0] &= (byte) ((1 << bits % 8) - 1);
            }
            BigInteger number = new BigInteger(1, bytes);
            if (number.compareTo(bound) < 0) {
                return number;
            }
        }
    }
}
