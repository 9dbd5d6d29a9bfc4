package io.chargelake.forecast;

import java.util.stream.IntStream;

/**
 * A forecast between median and mean. Trees grown for the absolute error and trees grown for the squared one, both of the change since the
 * last observation, are mixed; how much of either is chosen on a slice that neither has seen.
 */
public final class WindowModel {
    private static final int MOST_ROWS = 300_000;

    /** What the models were grown with; found on validation slices, the same for every city, fold and horizon. */
    static final Boosting.Settings MEDIAN = new Boosting.Settings(150, 0.08, 31, 60, 0.6, 0.7, 1, 1);

    static final Boosting.Settings MEAN = new Boosting.Settings(100, 0.06, 31, 60, 0.6, 0.7, 1, 2);

    private final HourlySeries of;
    private final WindowFeatures features;
    private final TreeEnsemble median;
    private final TreeEnsemble mean;
    private final double meanShare;

    private WindowModel(
            HourlySeries of, WindowFeatures features, TreeEnsemble median, TreeEnsemble mean, double meanShare) {
        this.of = of;
        this.features = features;
        this.median = median;
        this.mean = mean;
        this.meanShare = meanShare;
    }

    /** @param yardstick errors of the best that is known without this model, on the validation windows */
    static WindowModel train(
            HourlySeries of, WindowFeatures features, Windows train, Windows validation, Mixture.Yardstick yardstick) {
        Windows seen = train.sample(MOST_ROWS, 7);
        var rows = new BinnedRows(features.columns(seen));
        double[] change = new double[seen.count()];
        double[] scale = new double[seen.count()];
        double[] square = new double[seen.count()];
        double[] truths = seen.labels(of);
        for (int i = 0; i < change.length; i++) {
            int s = seen.series()[i];
            scale[i] = features.scale(s).deviation;
            change[i] = (truths[i] - of.value(s, seen.origin(i))) / scale[i];
            square[i] = scale[i] * scale[i];
        }
        var untried = new WindowModel(
                of,
                features,
                Boosting.train(rows, change, normed(scale), new Loss.Quantile(0.5), MEDIAN),
                Boosting.train(rows, change, normed(square), new Loss.Squared(), MEAN),
                0);
        return untried.mixed(validation, yardstick);
    }

    private static double[] normed(double[] weights) {
        double mean = java.util.Arrays.stream(weights).average().orElse(1);
        return java.util.Arrays.stream(weights).map(w -> w / mean).toArray();
    }

    private WindowModel mixed(Windows validation, Mixture.Yardstick yardstick) {
        WindowModel pure = new WindowModel(of, features, median, mean, 1);
        double[] medians = IntStream.range(0, validation.count())
                .mapToDouble(i -> predict(validation, i))
                .toArray();
        double[] means = IntStream.range(0, validation.count())
                .mapToDouble(i -> pure.predict(validation, i))
                .toArray();
        double share = Mixture.meanShare(validation.labels(of), medians, means, yardstick);
        return new WindowModel(of, features, median, mean, share);
    }

    double meanShare() {
        return meanShare;
    }

    double predict(Windows windows, int window) {
        int s = windows.series()[window];
        float[] row = features.row(windows, window);
        double middle = meanShare == 1 ? 0 : median.predict(row);
        double average = meanShare == 0 ? 0 : mean.predict(row);
        double change = (1 - meanShare) * middle + meanShare * average;
        SeriesScale scale = features.scale(s);
        double value = of.value(s, windows.origin(window)) + scale.deviation * change;
        return scale.least >= 0 ? Math.max(0, value) : value;
    }
}
