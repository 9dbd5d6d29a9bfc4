package io.chargelake.forecast;

import java.util.OptionalDouble;

/** How far forecasts are from the truth, added up. What is divided by nothing is empty, never NaN. */
public final class Errors {
    private long n;
    private double absolute;
    private double squared;
    private double truthSum;
    private double truthAbsolute;
    private double[] truths = new double[1024];

    public void add(double truth, double forecast) {
        double error = forecast - truth;
        absolute += Math.abs(error);
        squared += error * error;
        truthSum += truth;
        truthAbsolute += Math.abs(truth);
        if (n == truths.length) {
            truths = java.util.Arrays.copyOf(truths, truths.length * 2);
        }
        truths[(int) n++] = truth;
    }

    public long n() {
        return n;
    }

    public double mae() {
        return absolute / n;
    }

    public double rmse() {
        return Math.sqrt(squared / n);
    }

    /** Beside the mean of the truth; empty where the truth never changes. */
    public OptionalDouble rae() {
        double mean = truthSum / n;
        double of = 0;
        for (int i = 0; i < n; i++) {
            of += Math.abs(truths[i] - mean);
        }
        return of > 1e-9 * Math.max(1, truthAbsolute) ? OptionalDouble.of(absolute / of) : OptionalDouble.empty();
    }

    /** Of all that there was; empty where there was nothing. */
    public OptionalDouble wape() {
        return truthAbsolute > 0 ? OptionalDouble.of(absolute / truthAbsolute) : OptionalDouble.empty();
    }
}
