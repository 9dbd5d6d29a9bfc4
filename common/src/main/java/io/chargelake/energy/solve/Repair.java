package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;

/**
 * Makes a plan that is right but for rounding keep every battery and limit, slot by slot: nobody charges beyond the band or gives
 * what is not there, and where a limit is still passed, each charges or gives back a little less.
 */
final class Repair {
    private final SiteCase site;
    private final double[] kwh;
    private final double[] stored;

    private Repair(SiteCase site, double[] kwh) {
        this.site = site;
        this.kwh = kwh;
        this.stored = new double[site.count()];
        for (int stay = 0; stay < stored.length; stay++) {
            stored[stay] = site.arrivalKwh(stay);
        }
    }

    static void of(SiteCase site, double[] kwh) {
        Repair repair = new Repair(site, kwh);
        for (int slot = 0; slot < site.slots(); slot++) {
            repair.slot(slot);
        }
    }

    private void slot(int slot) {
        double charged = 0;
        double given = 0;
        for (int stay = 0; stay < stored.length; stay++) {
            int place = place(stay, slot);
            if (place >= 0) {
                kwh[place] = possible(stay, place);
                charged += Math.max(0, kwh[place]);
                given += Math.max(0, -kwh[place]);
            }
        }
        double over = charged - given - site.upperKwh(slot);
        double under = site.lowerKwh(slot) - charged + given;
        double less = over > 0 ? Math.max(0, 1 - over / charged) : 1;
        double lessGiven = under > 0 ? Math.max(0, 1 - under / given) : 1;
        for (int stay = 0; stay < stored.length; stay++) {
            int place = place(stay, slot);
            if (place >= 0) {
                double efficiency = site.efficiency(stay);
                kwh[place] *= kwh[place] > 0 ? less : lessGiven;
                stored[stay] += kwh[place] > 0 ? kwh[place] * efficiency : kwh[place] / efficiency;
            }
        }
    }

    private double possible(int stay, int place) {
        if (kwh[place] > 0) {
            double room = Math.max(0, site.highKwh(stay) - stored[stay]) / site.efficiency(stay);
            return Math.min(kwh[place], Math.min(room, site.mostKwh(place)));
        }
        double there = Math.max(0, stored[stay] - site.lowKwh(stay)) * site.efficiency(stay);
        return Math.max(kwh[place], -Math.min(there, site.mostBackKwh(stay, place)));
    }

    private int place(int stay, int slot) {
        int place = site.begin(stay) + slot - site.firstSlot(stay);
        return slot >= site.firstSlot(stay) && place < site.begin(stay + 1) ? place : -1;
    }
}
