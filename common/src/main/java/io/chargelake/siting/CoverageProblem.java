package io.chargelake.siting;

/**
 * What there is to serve and which site serves it. A set of sites is worth the sum over all that it serves of its weight times the
 * quality of the best site that serves it. A further site never adds more to a larger set than to a smaller one, which is why taking the
 * best one at a time is never worse than 1 - 1/e of the best set.
 */
public final class CoverageProblem {
    /** Of what the best set is worth, the least that {@link LazyGreedy} reaches. */
    public static final double GUARANTEE = 1 - 1 / Math.E;

    private final double[] weight;
    private final int[][] serves;
    private final double[] quality;

    /**
     * @param weight of each thing to serve, 0 or more
     * @param serves for each site the numbers of the things it serves, each once
     * @param quality of each site, 0 or more
     */
    public CoverageProblem(double[] weight, int[][] serves, double[] quality) {
        if (serves.length != quality.length) {
            throw new IllegalArgumentException("Cannot weigh sites: " + serves.length + " serve something, but "
                    + quality.length + " have a quality (one each)");
        }
        requireNotNegative("weight", weight);
        requireNotNegative("quality", quality);
        this.weight = weight.clone();
        this.serves = serves.clone();
        this.quality = quality.clone();
    }

    private static void requireNotNegative(String what, double[] values) {
        for (double value : values) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("Cannot weigh sites: a " + what + " is " + value + " (0 or more)");
            }
        }
    }

    public int sites() {
        return serves.length;
    }

    public int[] served(int site) {
        return serves[site].clone();
    }

    public double weight(int thing) {
        return weight[thing];
    }

    public double value(int... chosen) {
        Served served = new Served();
        double value = 0;
        for (int site : chosen) {
            value += served.add(site);
        }
        return value;
    }

    /** How well each thing is served by the sites added so far. */
    final class Served {
        private final double[] best = new double[weight.length];

        /** What the site would add. */
        double gain(int site) {
            double gain = 0;
            for (int thing : serves[site]) {
                gain += weight[thing] * Math.max(0, quality[site] - best[thing]);
            }
            return gain;
        }

        double add(int site) {
            double gain = gain(site);
            for (int thing : serves[site]) {
                best[thing] = Math.max(best[thing], quality[site]);
            }
            return gain;
        }
    }
}
