package io.chargelake.forecast;

import java.util.Arrays;

/** What a forecast's error costs: by it trees are grown, and by it each of their leaves gets its value. */
public sealed interface Loss {

    /** The way downhill at a row that is off by {@code residual} (truth less forecast). */
    double gradient(double residual);

    /** The constant of least cost for these residuals; the weights are above 0. */
    double best(double[] residuals, double[] weights, int count, double ridge);

    /** Least squares: the mean. */
    record Squared() implements Loss {
        @Override
        public double gradient(double residual) {
            return residual;
        }

        @Override
        public double best(double[] residuals, double[] weights, int count, double ridge) {
            double sum = 0;
            double weight = ridge;
            for (int i = 0; i < count; i++) {
                sum += residuals[i] * weights[i];
                weight += weights[i];
            }
            return weight > 0 ? sum / weight : 0;
        }
    }

    /** Pinball: the quantile that so much of the weight lies below; a half is the median, and its cost the absolute error. */
    record Quantile(double share) implements Loss {
        public Quantile {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("Cannot aim at the quantile " + share + " (above 0, below 1)");
            }
        }

        @Override
        public double gradient(double residual) {
            return residual > 0 ? share : residual < 0 ? share - 1 : 0;
        }

        @Override
        public double best(double[] residuals, double[] weights, int count, double ridge) {
            if (count == 0) {
                return 0;
            }
            long[] order = new long[count];
            for (int i = 0; i < count; i++) { // sortable by value, the row behind it: no boxes
                order[i] = ((long) sortable((float) residuals[i]) << Integer.SIZE) | i;
            }
            Arrays.sort(order);
            double all = 0;
            for (int i = 0; i < count; i++) {
                all += weights[i];
            }
            double below = 0;
            for (int i = 0; i < count; i++) {
                below += weights[(int) order[i]];
                if (below >= share * all) {
                    return residuals[(int) order[i]];
                }
            }
            return residuals[(int) order[count - 1]];
        }

        private static int sortable(float value) {
            int bits = Float.floatToIntBits(value);
            return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
        }
    }
}
