package io.chargelake.energy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A tariff spread over the slots of a horizon, made once for all who pay it. */
public final class SlotPrices implements Serializable {
    private final double[] buy;
    private final double[] sell;
    private final boolean[] peak;
    private final boolean paysExport;
    private final double demandCharge;
    private final int[] cheapestFirst;

    /** @param sell what is paid for energy given back; null where nothing may be given beyond what the site itself draws */
    SlotPrices(double[] buy, double[] sell, boolean[] peak, double demandCharge) {
        Checks.finite(buy, "the price");
        this.buy = buy.clone();
        this.paysExport = sell != null;
        this.sell = paysExport ? sell.clone() : buy.clone();
        Checks.finite(this.sell, "the export price");
        if (this.sell.length != buy.length || peak.length != buy.length) {
            throw new IllegalArgumentException("Cannot use these prices: " + buy.length + " slots to buy, "
                    + this.sell.length + " to sell, " + peak.length + " to tell the peak");
        }
        this.peak = peak.clone();
        this.demandCharge = demandCharge;
        this.cheapestFirst = order(buy);
    }

    public int slots() {
        return buy.length;
    }

    public double buy(int slot) {
        return buy[slot];
    }

    /** What a kWh given back is worth: the export price, or what it saves the site. */
    public double sell(int slot) {
        return sell[slot];
    }

    public boolean isPeak(int slot) {
        return peak[slot];
    }

    /** Otherwise energy given back only displaces what the site itself draws. */
    public boolean paysExport() {
        return paysExport;
    }

    /** For each kW of the site's highest load. */
    public double demandCharge() {
        return demandCharge;
    }

    /** Slots from the cheapest to the dearest; of equals the earlier first. Shared: not to be changed. */
    public int[] cheapestFirst() {
        return cheapestFirst;
    }

    /** Slots by a price, of equals the earlier first. */
    public static int[] order(double[] price) {
        return IntStream.range(0, price.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer slot) -> price[slot]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public SlotPrices times(double factor) {
        double[] dearer = Arrays.stream(buy).map(price -> price * factor).toArray();
        double[] paid = Arrays.stream(sell).map(price -> price * factor).toArray();
        return new SlotPrices(dearer, paysExport ? paid : null, peak, demandCharge * factor);
    }
}
