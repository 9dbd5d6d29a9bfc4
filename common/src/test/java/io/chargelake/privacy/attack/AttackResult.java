package io.chargelake.privacy.attack;

/**
 * How an attack went.
 *
 * @param tried how often it could have succeeded
 * @param bar the share of successes up to which the defence holds: 0, or what guessing would reach
 * @param measured what is held against the bar
 */
public record AttackResult(String name, long tried, long succeeded, double bar, Measured measured) {
    private static final double Z = 1.959964;

    /** What of the successes is held against the bar. */
    public enum Measured {
        SHARE,
        /** The upper bound of the share's 95 % interval after Wilson, so that too few tries don't pass by chance. */
        UPPER_BOUND
    }

    public AttackResult {
        if (tried < 1 || succeeded < 0 || succeeded > tried) {
            throw new IllegalArgumentException("Cannot report attack " + name + ": " + succeeded + " successes of "
                    + tried + " (at least one try)");
        }
    }

    public AttackResult(String name, long tried, long succeeded, double bar) {
        this(name, tried, succeeded, bar, Measured.SHARE);
    }

    public double share() {
        return (double) succeeded / tried;
    }

    /** What is held against the bar. */
    public double value() {
        return measured == Measured.SHARE ? share() : upperBound();
    }

    public boolean holds() {
        return value() <= bar;
    }

    private double upperBound() {
        double square = Z * Z / tried;
        double middle = share() + square / 2;
        double half = Z * Math.sqrt(share() * (1 - share()) / tried + square / (4 * tried));
        return (middle + half) / (1 + square);
    }
}
