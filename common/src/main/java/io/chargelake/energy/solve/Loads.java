package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;

/** What all vehicles draw in each slot, and whether that is allowed. */
final class Loads {
    private static final double ROUNDING = 1e-8;

    static double[] of(SiteCase site, double[] kwh) {
        double[] load = new double[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                load[site.slot(stay, place)] += kwh[place];
            }
        }
        return load;
    }

    static boolean areWithin(SiteCase site, double[] load) {
        for (int slot = 0; slot < load.length; slot++) {
            if (load[slot] > site.upperKwh(slot) + ROUNDING || load[slot] < site.lowerKwh(slot) - ROUNDING) {
                return false;
            }
        }
        return true;
    }

    static double peakKw(SiteCase site, double[] load) {
        double peak = 0;
        for (int slot = 0; slot < load.length; slot++) {
            peak = Math.max(
                    peak, site.site().netKw(slot) + load[slot] / site.horizon().slotHours());
        }
        return peak;
    }

    private Loads() {}
}
