package io.chargelake.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hours that were forecast from hours before them: what was known, and what came.
 *
 * @param keys of what was forecast
 * @param features of each feature, the values of all examples
 * @param truths shares of time that were occupied, 0 to 1
 * @param usual share of the hour of the week: what forecasts begin with
 * @param spreads of the share in the week before, where it is known; else 0
 * @param plain forecasts that need no model, one array each, NaN where there is none; in the order of {@link #PLAIN}
 */
public record OccupancyExamples(
        String[] keys,
        float[][] features,
        double[] truths,
        double[] usual,
        double[] spreads,
        int[] horizons,
        int[] hours,
        double[][] plain) {
    /** Forecasts that need no model. */
    public static final List<Baseline> PLAIN = List.of(Baseline.values());

    public int count() {
        return truths.length;
    }

    float[] row(int example) {
        float[] row = new float[features.length];
        for (int f = 0; f < row.length; f++) {
            row[f] = features[f][example];
        }
        return row;
    }

    /** Errors of a plain forecast, at a horizon; where it has nothing to go by, the share is taken to be 0. */
    public Errors errors(Baseline of, int horizon) {
        return errors(plain[of.ordinal()], horizon);
    }

    Errors errors(double[] forecasts, int horizon) {
        var errors = new Errors();
        for (int i = 0; i < count(); i++) {
            if (horizons[i] == horizon) {
                errors.add(truths[i], Double.isNaN(forecasts[i]) ? 0 : forecasts[i]);
            }
        }
        return errors;
    }

    /** The best that any plain forecast does of these. */
    Mixture.Yardstick yardstick(int[] which) {
        double mae = Double.POSITIVE_INFINITY;
        double rmse = Double.POSITIVE_INFINITY;
        for (double[] forecasts : plain) {
            var errors = new Errors();
            for (int i : which) {
                errors.add(truths[i], Double.isNaN(forecasts[i]) ? 0 : forecasts[i]);
            }
            mae = Math.min(mae, errors.mae());
            rmse = Math.min(rmse, errors.rmse());
        }
        return new Mixture.Yardstick(mae, rmse);
    }

    public int[] distinctHorizons() {
        return IntStream.of(horizons).distinct().sorted().toArray();
    }

    /** The share that had just been seen; NaN where it was not. */
    double last(int example) {
        return plain[Baseline.LAST_OBSERVATION.ordinal()][example];
    }

    /** How much of a departure from what is usual is still there, by least squares; 0 to 1. */
    double carried() {
        double both = 0;
        double square = 0;
        for (int i = 0; i < count(); i++) {
            double departed = last(i) - usual[i];
            if (!Double.isNaN(departed)) {
                both += departed * (truths[i] - usual[i]);
                square += departed * departed;
            }
        }
        return square > 0 ? Math.max(0, Math.min(1, both / square)) : 0;
    }

    /** Some of these; all where none is chosen. */
    OccupancyExamples only(boolean[] which) {
        int[] kept = IntStream.range(0, count()).filter(i -> which[i]).toArray();
        if (kept.length == 0) {
            return this;
        }
        float[][] its = new float[features.length][kept.length];
        for (int f = 0; f < its.length; f++) {
            for (int i = 0; i < kept.length; i++) {
                its[f][i] = features[f][kept[i]];
            }
        }
        return new OccupancyExamples(
                IntStream.of(kept).mapToObj(i -> keys[i]).toArray(String[]::new),
                its,
                picked(truths, kept),
                picked(usual, kept),
                picked(spreads, kept),
                IntStream.of(kept).map(i -> horizons[i]).toArray(),
                IntStream.of(kept).map(i -> hours[i]).toArray(),
                Arrays.stream(plain).map(forecasts -> picked(forecasts, kept)).toArray(double[][]::new));
    }

    static double[] picked(double[] values, int[] which) {
        return IntStream.of(which).mapToDouble(i -> values[i]).toArray();
    }

    double[] even() {
        double[] weights = new double[count()];
        Arrays.fill(weights, 1);
        return weights;
    }
}
