package io.chargelake.privacy.noise;

/**
 * What may still be told of a population under zero-concentrated differential privacy (Bun and Steinke): deliveries
 * compose by adding rho, whoever receives them. In whole millionths, so that ten times 0.1 is 1.
 */
public record Budget(long totalRhoMicros, long spentRhoMicros) {
    private static final double MICROS = 1e6;

    public Budget {
        if (totalRhoMicros < 1 || spentRhoMicros < 0 || spentRhoMicros > totalRhoMicros) {
            throw new IllegalArgumentException("Cannot keep budget: " + spentRhoMicros + " of " + totalRhoMicros
                    + " millionths of rho spent (0 to all of it)");
        }
    }

    public static Budget of(long totalRhoMicros) {
        return new Budget(totalRhoMicros, 0);
    }

    /**
     * What is left after a delivery.
     *
     * @throws IllegalStateException if it asks for more than is left: nothing may be delivered
     */
    public Budget spend(long rhoMicros) {
        if (rhoMicros < 1) {
            throw new IllegalArgumentException("Cannot spend " + rhoMicros + " millionths of rho (at least 1)");
        }
        if (rhoMicros > leftRhoMicros()) {
            throw new IllegalStateException("Cannot spend " + rhoMicros + " millionths of rho: " + leftRhoMicros()
                    + " of " + totalRhoMicros + " are left");
        }
        return new Budget(totalRhoMicros, spentRhoMicros + rhoMicros);
    }

    public long leftRhoMicros() {
        return totalRhoMicros - spentRhoMicros;
    }

    /** The epsilon of (epsilon, delta) differential privacy that all that is spent so far amounts to. */
    public double epsilon(double delta) {
        return epsilon(spentRhoMicros, delta);
    }

    /**
     * The most that amounts to no more than this epsilon.
     *
     * @return 0 where a millionth is more already
     */
    public static long rhoMicros(double epsilon, double delta) {
        double log = Math.log(1 / delta);
        double root = Math.sqrt(log + epsilon) - Math.sqrt(log);
        long rho = (long) Math.floor(root * root * MICROS);
        return rho > 0 && epsilon(rho, delta) > epsilon ? rho - 1 : rho;
    }

    public static double epsilon(long rhoMicros, double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("Cannot tell epsilon at delta " + delta + " (above 0, below 1)");
        }
        double rho = rhoMicros / MICROS;
        return rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
    }
}
