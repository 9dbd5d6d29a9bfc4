package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.Arrays;

/**
 * What one vehicle that only charges does at given prices: as SOC only rises, filling the cheapest slots is the optimum. What
 * it needs it takes at any price, up to the end of the band what it is paid to take. O(slots), slots being in order.
 */
public final class CheapestSlots {

    private CheapestSlots() {}

    /**
     * @param order slots from the cheapest on
     * @param kwh by place of the site; those of the stay are written
     * @return what it pays
     */
    public static double fill(
            SiteCase site, int stay, double needKwh, double roomKwh, double[] price, int[] order, double[] kwh) {
        int begin = site.begin(stay);
        int end = site.begin(stay + 1);
        Arrays.fill(kwh, begin, end, 0);
        double taken = 0;
        double cost = 0;
        for (int slot : order) {
            double wanted = (price[slot] < 0 ? roomKwh : needKwh) - taken;
            if (wanted <= 0) {
                break;
            }
            int place = begin + slot - site.firstSlot(stay);
            if (place >= begin && place < end) {
                kwh[place] = Math.min(wanted, site.mostKwh(place));
                taken += kwh[place];
                cost += kwh[place] * price[slot];
            }
        }
        return cost;
    }
}
