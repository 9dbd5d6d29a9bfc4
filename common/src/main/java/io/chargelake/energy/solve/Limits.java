package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.Arrays;

/**
 * Between what the vehicles of a site that have a choice may draw together, by slot; only of slots in which they could reach a
 * limit if they all wanted. Where the highest load is sought, it is the limit, unless the site's own is lower than any such load.
 */
final class Limits {
    /** Further than any load: a limit there is none. */
    private static final double FAR = 1e12;

    /** In kWh. A limit that must be met to the last digit would leave no inside. */
    private static final double ROUNDING = 1e-7;

    private static final double NOTHING = 1e-9;

    private final SiteCase site;
    private final Goal goal;
    private final int[] rowOfSlot;
    private final double[] upper;
    private final double[] lower;
    private final double[] rise;
    private int count;

    /** @param known in kW, that no plan's highest load is below */
    Limits(SiteCase site, Goal goal, Choices choices, double known) {
        this.site = site;
        this.goal = goal;
        this.rowOfSlot = new int[site.slots()];
        this.upper = new double[site.slots()];
        this.lower = new double[site.slots()];
        this.rise = new double[site.slots()];
        lay(choices.reach(), known * site.horizon().slotHours());
    }

    /** By slot: what is drawn anyway, and the most and the least that those with a choice can draw. */
    record Reach(double[] drawn, double[] most, double[] least) {}

    private void lay(Reach reach, double known) {
        double peak = goal.seeksPeak() ? Math.max(known, site.horizon().slotHours() * peakAtLeast(reach)) : 0;
        for (int slot = 0; slot < rowOfSlot.length; slot++) {
            double ofPeak = goal.seeksPeak() ? -netKwh(slot) : FAR;
            boolean isRising = ofPeak + peak <= site.upperKwh(slot) + NOTHING;
            double up = (isRising ? ofPeak : site.upperKwh(slot)) - reach.drawn[slot];
            double down = site.lowerKwh(slot) - reach.drawn[slot];
            boolean canBeHigh = reach.most[slot] > up + (isRising ? peak : 0) - NOTHING;
            boolean canBeLow = reach.least[slot] < down;
            upper[count] = canBeHigh ? Math.min(FAR, up + ROUNDING) : FAR;
            lower[count] = canBeLow ? Math.max(-FAR, down - ROUNDING) : -FAR;
            rise[count] = isRising && canBeHigh ? site.horizon().slotHours() : 0;
            rowOfSlot[slot] = canBeHigh || canBeLow ? count++ : -1;
        }
    }

    /** In kW: that low the load of each slot could be, were it alone. */
    private double peakAtLeast(Reach reach) {
        double peak = 0;
        for (int slot = 0; slot < rowOfSlot.length; slot++) {
            double least = Math.max(reach.least[slot] + reach.drawn[slot], site.lowerKwh(slot));
            peak = Math.max(peak, (least + netKwh(slot)) / site.horizon().slotHours());
        }
        return peak;
    }

    private double netKwh(int slot) {
        return site.site().netKw(slot) * site.horizon().slotHours();
    }

    int count() {
        return count;
    }

    boolean seeksPeak() {
        return goal.seeksPeak();
    }

    /** What a kW of the highest load costs. */
    double peakCost() {
        return goal.peakCost();
    }

    double upper(int row) {
        return upper[row];
    }

    double lower(int row) {
        return lower[row];
    }

    /** What a row's most rises by with each kW of the highest load. */
    double rise(int row) {
        return rise[row];
    }

    /** Of each of a stay's slots, -1 where there is none. Rows of neighbours are neighbours. */
    int[] rows(int stay) {
        int first = site.firstSlot(stay);
        return Arrays.copyOfRange(rowOfSlot, first, first + site.begin(stay + 1) - site.begin(stay));
    }

    /** Prices on load by slot, of what vehicles are paid for it in each row; such as vehicles' answers can prove something at. */
    LoadPrices prices(double[] paid) {
        double[] price = new double[rowOfSlot.length];
        boolean[] ofPeak = new boolean[rowOfSlot.length];
        double weight = 0;
        double unit = goal.seeksPeak() ? goal.peakCost() : 1;
        for (int slot = 0; slot < price.length; slot++) {
            int row = rowOfSlot[slot];
            if (row >= 0) {
                double above = upper[row] == FAR ? 0 : Double.POSITIVE_INFINITY;
                double below = lower[row] == -FAR ? 0 : Double.NEGATIVE_INFINITY;
                price[slot] = Math.max(below, Math.min(above, -paid[row] / unit));
                ofPeak[slot] = rise[row] > 0;
                weight += rise[row] * Math.max(0, price[slot]);
            }
        }
        for (int slot = 0; slot < price.length && weight > 1; slot++) {
            price[slot] /= ofPeak[slot] ? weight : 1;
        }
        return new LoadPrices(price, ofPeak);
    }
}
