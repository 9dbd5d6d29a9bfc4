package io.chargelake.forecast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/**
 * Forecasts the share of time that will be occupied, for every horizon, by how it differs from what is usual in that hour: trees for the median and trees for the mean, mixed as in
 * {@link WindowModel}, and an interval of 80 %. The horizon is a feature, so that what is alike for 5 and 6 hours is learnt once; no
 * forecast is made of a forecast.
 */
public final class OccupancyModel {
    private static final Boosting.Settings MEDIAN = new Boosting.Settings(150, 0.08, 24, 100, 0.6, 0.6, 1, 1);
    private static final Boosting.Settings MEAN = new Boosting.Settings(100, 0.06, 16, 300, 0.5, 0.6, 1, 2);

    /** Up to here an hour is rather like the last one seen, then like what is usual. */
    private static final int NEAR_H = 3;

    /** Horizons whose errors are alike: up to these hours. */
    private static final int[] BANDS = {1, 2, 3, 6, 12, 24, Integer.MAX_VALUE};

    /** Of the share; what never changed is not taken to be certain. */
    private static final double LEAST_SPREAD = 0.02;

    private final Learnt near;
    private final Learnt far;
    private final double[] meanShares;
    private final Intervals[] intervals;

    /** A forecast with the interval that holds 80 %; all are shares from 0 to 1. */
    public record Forecast(double value, double low, double high) {}

    private OccupancyModel(Learnt near, Learnt far, double[] meanShares, Intervals[] intervals) {
        this.near = near;
        this.far = far;
        this.meanShares = meanShares;
        this.intervals = intervals;
    }

    /**
     * Trees for a stretch of horizons. What they begin with is what is usual in the hour, moved towards what had just been seen: for the median of
     * the next hours all the way, as most hours are like the one before.
     *
     * @param carried how much of a departure from what is usual is still there
     */
    private record Learnt(TreeEnsemble median, TreeEnsemble mean, double medianCarried, double carried) {

        static Learnt from(OccupancyExamples all, boolean[] which, double medianCarried) {
            OccupancyExamples train = all.only(which);
            double carried = train.carried();
            double least = Double.isNaN(medianCarried) ? carried : medianCarried;
            var rows = new BinnedRows(train.features());
            return new Learnt(
                    Boosting.train(rows, off(train, least), train.even(), new Loss.Quantile(0.5), MEDIAN),
                    Boosting.train(rows, off(train, carried), train.even(), new Loss.Squared(), MEAN),
                    least,
                    carried);
        }

        private static double[] off(OccupancyExamples of, double carried) {
            return IntStream.range(0, of.count())
                    .mapToDouble(i -> of.truths()[i] - begin(of.usual()[i], of.last(i), carried))
                    .toArray();
        }

        private static double begin(double usual, double last, double carried) {
            return Double.isNaN(last) ? usual : usual + carried * (last - usual);
        }

        double median(float[] row, double usual, double last) {
            return within(begin(usual, last, medianCarried) + median.predict(row));
        }

        double mean(float[] row, double usual, double last) {
            return within(begin(usual, last, carried) + mean.predict(row));
        }

        void write(DataOutput out) throws IOException {
            median.write(out);
            mean.write(out);
            out.writeDouble(medianCarried);
            out.writeDouble(carried);
        }

        static Learnt read(DataInput in) throws IOException {
            return new Learnt(TreeEnsemble.read(in), TreeEnsemble.read(in), in.readDouble(), in.readDouble());
        }
    }

    /** @param validation examples later than those of {@code train}: they choose the mixture and give the intervals */
    public static OccupancyModel train(OccupancyExamples train, OccupancyExamples validation) {
        if (train.count() == 0 || validation.count() == 0) {
            throw new UnusableSeries("Cannot learn from " + train.count() + " hours and choose by " + validation.count()
                    + " (both need some, with what came after them)");
        }
        boolean[] isNear = new boolean[train.count()];
        boolean[] isFar = new boolean[train.count()];
        for (int i = 0; i < train.count(); i++) {
            isNear[i] = train.horizons()[i] <= NEAR_H;
            isFar[i] = !isNear[i];
        }
        var untried = new OccupancyModel(
                Learnt.from(train, isNear, 1), Learnt.from(train, isFar, Double.NaN), new double[0], new Intervals[0]);
        return untried.mixed(validation);
    }

    private OccupancyModel mixed(OccupancyExamples validation) {
        double[] medians = new double[validation.count()];
        double[] means = new double[validation.count()];
        for (int i = 0; i < medians.length; i++) {
            Learnt learnt = of(validation.horizons()[i]);
            medians[i] = learnt.median(validation.row(i), validation.usual()[i], validation.last(i));
            means[i] = learnt.mean(validation.row(i), validation.usual()[i], validation.last(i));
        }
        double[] shares = new double[BANDS.length];
        Intervals[] intervals = new Intervals[BANDS.length];
        for (int band = 0; band < BANDS.length; band++) {
            int[] its = examplesOf(validation, band);
            shares[band] = Mixture.meanShare(
                    OccupancyExamples.picked(validation.truths(), its),
                    OccupancyExamples.picked(medians, its),
                    OccupancyExamples.picked(means, its),
                    validation.yardstick(its));
            intervals[band] = intervals(validation, medians, means, shares[band], its);
        }
        return new OccupancyModel(near, far, shares, intervals);
    }

    private Learnt of(int horizon) {
        return horizon <= NEAR_H ? near : far;
    }

    /** Of horizons like these; a band nobody asked for takes all. */
    private static int[] examplesOf(OccupancyExamples validation, int band) {
        int[] its = IntStream.range(0, validation.count())
                .filter(i -> band(validation.horizons()[i]) == band)
                .toArray();
        return its.length == 0 ? IntStream.range(0, validation.count()).toArray() : its;
    }

    private static Intervals intervals(
            OccupancyExamples validation, double[] medians, double[] means, double share, int[] its) {
        return new Intervals(
                IntStream.of(its).map(i -> validation.hours()[i]).toArray(),
                IntStream.of(its)
                        .mapToDouble(i -> (validation.truths()[i] - (medians[i] + share * (means[i] - medians[i])))
                                / scale(validation.spreads()[i]))
                        .toArray());
    }

    private static int band(int horizon) {
        int band = 0;
        while (horizon > BANDS[band]) {
            band++;
        }
        return band;
    }

    private static double scale(double spread) {
        return LEAST_SPREAD + spread;
    }

    private static double within(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** How much of the mean a forecast so many hours ahead takes. */
    public double meanShare(int horizon) {
        return meanShares[band(horizon)];
    }

    /** @param usual share, {@code last} seen (NaN where it was not), {@code hourOfDay} and {@code spread} as in {@link OccupancyExamples} */
    public Forecast forecast(float[] row, int horizon, int hourOfDay, double usual, double last, double spread) {
        Learnt learnt = of(horizon);
        double middle = learnt.median(row, usual, last);
        double value = middle + meanShare(horizon) * (learnt.mean(row, usual, last) - middle);
        Intervals interval = intervals[band(horizon)];
        double low = within(value + scale(spread) * interval.low(hourOfDay));
        double high = within(value + scale(spread) * interval.high(hourOfDay));
        return new Forecast(value, Math.min(low, value), Math.max(high, value));
    }

    /** Forecasts of examples, one each. */
    public Forecast[] forecasts(OccupancyExamples of) {
        return IntStream.range(0, of.count())
                .mapToObj(i -> forecast(
                        of.row(i), of.horizons()[i], of.hours()[i], of.usual()[i], of.last(i), of.spreads()[i]))
                .toArray(Forecast[]::new);
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            write(new DataOutputStream(bytes));
        } catch (IOException e) { // none in memory
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException when these are not the bytes of a model */
    public static OccupancyModel of(byte[] bytes) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DataOutput out) throws IOException {
        near.write(out);
        far.write(out);
        for (int b = 0; b < BANDS.length; b++) {
            out.writeDouble(meanShares[b]);
            intervals[b].write(out);
        }
    }

    private static OccupancyModel read(DataInput in) throws IOException {
        Learnt near = Learnt.read(in);
        Learnt far = Learnt.read(in);
        double[] shares = new double[BANDS.length];
        Intervals[] intervals = new Intervals[BANDS.length];
        for (int b = 0; b < BANDS.length; b++) {
            shares[b] = in.readDouble();
            intervals[b] = Intervals.read(in);
        }
        return new OccupancyModel(near, far, shares, intervals);
    }
}
