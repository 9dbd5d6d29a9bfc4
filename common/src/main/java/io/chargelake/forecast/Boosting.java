package io.chargelake.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gradient boosting of regression trees over binned features. The same rows, settings and seed make the same trees, to the bit. Cost: trees
 * times rows times features times the depth, in a byte a feature and row.
 */
public final class Boosting {

    /**
     * How trees are grown.
     *
     * @param rate of a tree's step
     * @param leafRows rows a leaf has at least
     * @param rowShare of the rows, and {@code columnShare} of the features, that a tree is shown
     */
    public record Settings(
            int trees,
            double rate,
            int leaves,
            int leafRows,
            double rowShare,
            double columnShare,
            double ridge,
            long seed) {
        public Settings {
            if (trees < 1 || leaves < 2 || leafRows < 1 || !(rate > 0) || !(ridge >= 0)) {
                throw new IllegalArgumentException("Cannot boost: " + trees + " trees of " + leaves + " leaves of "
                        + leafRows + " rows, rate " + rate + ", ridge " + ridge + " (all above 0)");
            }
            if (!(rowShare > 0 && rowShare <= 1 && columnShare > 0 && columnShare <= 1)) {
                throw new IllegalArgumentException("Cannot boost: a tree is shown " + rowShare + " of the rows and "
                        + columnShare + " of the features (above 0, up to 1)");
            }
        }

        public Settings withSeed(long other) {
            return new Settings(trees, rate, leaves, leafRows, rowShare, columnShare, ridge, other);
        }
    }

    /** @param features of each feature, the values of all rows */
    public static TreeEnsemble train(float[][] features, double[] target, double[] weights, Loss loss, Settings s) {
        return train(new BinnedRows(features), target, weights, loss, s);
    }

    static TreeEnsemble train(BinnedRows data, double[] target, double[] weights, Loss loss, Settings s) {
        var random = new SplittableRandom(s.seed());
        double start = loss.best(target, weights, data.rows(), 0);
        double[] residuals = new double[data.rows()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = target[i] - start;
        }
        double[] gradients = new double[data.rows()];
        Tree[] trees = new Tree[s.trees()];
        for (int t = 0; t < trees.length; t++) {
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = loss.gradient(residuals[i]) * weights[i];
            }
            var grower = new TreeGrower(
                    data,
                    gradients,
                    weights,
                    drawn(data.rows(), s.rowShare(), random),
                    drawn(data.columns(), s.columnShare(), random),
                    s);
            trees[t] = grower.grow();
            fill(trees[t], grower.leaves(), residuals, weights, loss, s);
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] -= trees[t].leaves()[trees[t].leafOf(data, i)];
            }
        }
        return new TreeEnsemble(data.columns(), start, trees);
    }

    private static void fill(
            Tree tree, List<int[]> leaves, double[] residuals, double[] weights, Loss loss, Settings s) {
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            int[] rows = leaves.get(leaf);
            double[] its =
                    Arrays.stream(rows).mapToDouble(row -> residuals[row]).toArray();
            double[] weigh =
                    Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray();
            tree.leaves()[leaf] = s.rate() * loss.best(its, weigh, its.length, s.ridge());
        }
    }

    /** Some of the numbers below {@code count}, in order; one at least. */
    private static int[] drawn(int count, double share, SplittableRandom random) {
        int[] drawn = new int[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (share >= 1 || random.nextDouble() < share) {
                drawn[n++] = i;
            }
        }
        return n == 0 ? new int[] {random.nextInt(count)} : Arrays.copyOf(drawn, n);
    }

    private Boosting() {}
}
