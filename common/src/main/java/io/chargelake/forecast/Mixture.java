package io.chargelake.forecast;

/** How much of the mean a forecast between median and mean takes: as much as makes the worse of its two errors best. */
final class Mixture {
    private static final int STEPS = 20;

    /** Errors of the best that is known without a model: what either error is seen beside. */
    record Yardstick(double mae, double rmse) {}

    static double meanShare(double[] truths, double[] medians, double[] means, Yardstick yardstick) {
        double best = Double.POSITIVE_INFINITY;
        double chosen = 0;
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            double worse = worse(truths, medians, means, share, yardstick);
            if (worse < best) {
                best = worse;
                chosen = share;
            }
        }
        return chosen;
    }

    private static double worse(double[] truths, double[] medians, double[] means, double share, Yardstick yardstick) {
        double absolute = 0;
        double squared = 0;
        for (int i = 0; i < truths.length; i++) {
            double error = medians[i] + share * (means[i] - medians[i]) - truths[i];
            absolute += Math.abs(error);
            squared += error * error;
        }
        int n = Math.max(1, truths.length);
        return Math.max(ratio(absolute / n, yardstick.mae()), ratio(Math.sqrt(squared / n), yardstick.rmse()));
    }

    private static double ratio(double of, double to) {
        return to > 0 ? of / to : of;
    }

    private Mixture() {}
}
