package io.chargelake.generate;

/** A cursor over the numbers of one {@link Seeds} node: draw i is the node's number i. Not for sharing between threads. */
public final class Draws {

    private final long key;
    private long next;

    Draws(long key) {
        this.key = key;
    }

    public long bits() {
        return Seeds.combine(key, next++);
    }

    /** In [0, 1). */
    public double uniform() {
        return Seeds.unit(bits());
    }

    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** In 0 .. bound - 1. */
    public int below(int bound) {
        return Seeds.bounded(bits(), bound);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    public double normal() {
        return Seeds.gauss(bits(), bits());
    }

    /** Log-normal with the given median; sigma is the standard deviation of the logarithm. */
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** Exponential with the given mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** The index of a weight, chosen in proportion to it. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
