package io.chargelake.energy;

import java.util.Arrays;

/** Prices as an exchange publishes them, one after the other, each for as many seconds. */
public record PriceSeries(long startS, int stepS, double[] prices) implements Prices {
    private static final double PEAK_SHARE = 0.25;

    public PriceSeries {
        prices = prices.clone();
        Checks.finite(prices, "the price");
        if (stepS < 1) {
            throw new IllegalArgumentException(
                    "Cannot use a price series in steps of " + stepS + " s: allowed is above 0");
        }
    }

    @Override
    public double[] prices() {
        return prices.clone();
    }

    @Override
    public double[] over(Horizon horizon) {
        if (horizon.startS() < startS || horizon.endS() > startS + (long) stepS * prices.length) {
            throw new IllegalArgumentException("Cannot price seconds " + horizon.startS() + " to " + horizon.endS()
                    + ": the series holds " + startS + " to " + (startS + (long) stepS * prices.length));
        }
        double[] mean = new double[horizon.slots()];
        for (int slot = 0; slot < mean.length; slot++) {
            mean[slot] = mean(horizon.slotStartS(slot), horizon.slotStartS(slot + 1));
        }
        return mean;
    }

    private double mean(long fromS, long toS) {
        int first = step(fromS);
        int last = step(toS - 1);
        if (first == last) {
            return prices[first];
        }
        double sum = 0;
        for (int step = first; step <= last; step++) {
            long begins = startS + (long) step * stepS;
            sum += prices[step] * (Math.min(toS, begins + stepS) - Math.max(fromS, begins));
        }
        return sum / (toS - fromS);
    }

    private int step(long second) {
        return (int) ((second - startS) / stepS);
    }

    /** The dearest quarter, unless all cost the same. */
    @Override
    public boolean[] peak(Horizon horizon) {
        double[] mean = over(horizon);
        double[] sorted = mean.clone();
        Arrays.sort(sorted);
        double from = sorted[sorted.length - Math.max(1, (int) (PEAK_SHARE * sorted.length))];
        boolean[] peak = new boolean[mean.length];
        for (int slot = 0; slot < mean.length; slot++) {
            peak[slot] = mean[slot] >= from && from > sorted[0];
        }
        return peak;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriceSeries series
                && startS == series.startS
                && stepS == series.stepS
                && Arrays.equals(prices, series.prices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(prices) + 31 * Long.hashCode(startS);
    }
}
