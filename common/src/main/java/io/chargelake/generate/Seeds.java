package io.chargelake.generate;

/**
 * A tree of random keys: every number is a pure function of (seed, stream names, indices), so that any task of a
 * cluster can draw what belongs to device 4,711 on day 200 without having drawn anything before it.
 *
 * <p>{@link #stream} and {@link #at} go down the tree, the other methods draw the i-th number of a node. A node's
 * numbers never depend on how many others were drawn. Each draw costs two multiplications; {@link #sequence} gives a
 * cursor for code that wants "the next number". Logarithms and cosines are StrictMath's: the same bits on every machine.
 */
public record Seeds(long key) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public static Seeds of(long seed) {
        return new Seeds(mix(seed + GOLDEN));
    }

    /** The sub-tree of a purpose. Purposes with different names are independent, so a new one disturbs no other. */
    public Seeds stream(String name) {
        long hash = key;
        for (int i = 0; i < name.length(); i++) {
            hash = combine(hash, name.charAt(i));
        }
        return new Seeds(combine(hash, ~(long) name.length()));
    }

    public Seeds at(long index) {
        return new Seeds(combine(key, index));
    }

    public Seeds at(long index, long subIndex) {
        return new Seeds(combine(combine(key, index), subIndex));
    }

    public Draws sequence() {
        return new Draws(key);
    }

    public long bits(long i) {
        return combine(key, i);
    }

    /** In [0, 1). */
    public double uniform(long i) {
        return unit(bits(i));
    }

    public double between(long i, double low, double high) {
        return low + (high - low) * uniform(i);
    }

    /** In 0 .. bound - 1. */
    public int below(long i, int bound) {
        return bounded(bits(i), bound);
    }

    public boolean chance(long i, double probability) {
        return uniform(i) < probability;
    }

    /** Standard normal, by Box and Muller from two draws of the node below. */
    public double normal(long i) {
        long node = bits(i);
        return gauss(combine(node, 0), combine(node, 1));
    }

    /** Log-normal with the given median; sigma is the standard deviation of the logarithm. */
    public double logNormal(long i, double median, double sigma) {
        return median * StrictMath.exp(sigma * normal(i));
    }

    /** Exponential with the given mean. */
    public double exponential(long i, double mean) {
        return -mean * StrictMath.log(1 - uniform(i));
    }

    /** A key below a key, for hot loops that cannot afford an object a draw. */
    public static long combine(long key, long index) {
        return mix(key ^ mix(index * GOLDEN + GOLDEN));
    }

    /** Upper 53 bits as a number in [0, 1). */
    public static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** Multiply-high instead of a remainder: no division, and no bias anyone could measure. */
    public static int bounded(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    static double gauss(long first, long second) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(first)));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit(second));
    }

    /** SplitMix64's finaliser (Stafford's variant 13): every input bit moves every output bit with probability 1/2. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
