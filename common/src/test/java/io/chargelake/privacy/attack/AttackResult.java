package io.chargelake.privacy.attack;

/**
 * How an attack went.
 *
 * @param tried how often it could have succeeded
 * @param bar the share of successes up to which the defence holds: 0, or what guessing would reach
 */
public record AttackResult(String name, long tried, long succeeded, double bar) {
    public AttackResult {
        if (tried < 1 || succeeded < 0 || succeeded > tried) {
            throw new IllegalArgumentException("Cannot report attack " + name + ": " + succeeded + " successes of "
                    + tried + " (at least one try)");
        }
    }

    public double share() {
        return (double) succeeded / tried;
    }

    public boolean holds() {
        return share() <= bar;
    }
}
