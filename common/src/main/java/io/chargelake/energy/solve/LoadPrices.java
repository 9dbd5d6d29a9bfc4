package io.chargelake.energy.solve;

import java.util.Arrays;

/**
 * Prices on load by slot: above 0 where it is too high, below where too much is given back.
 *
 * @param ofPeak where a high load is too high for the highest that is sought, not for the site's limit
 */
record LoadPrices(double[] price, boolean[] ofPeak) {

    static LoadPrices none(int slots) {
        return new LoadPrices(new double[slots], new boolean[slots]);
    }

    static LoadPrices onLimits(double[] price) {
        return new LoadPrices(price, new boolean[price.length]);
    }

    static LoadPrices onPeak(double[] price) {
        boolean[] ofPeak = new boolean[price.length];
        Arrays.fill(ofPeak, true);
        return new LoadPrices(price, ofPeak);
    }
}
