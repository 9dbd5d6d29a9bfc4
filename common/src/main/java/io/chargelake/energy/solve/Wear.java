package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;

/** What the battery of a vehicle that gives energy back loses in worth by what passes through it. */
final class Wear {

    static double of(SiteCase site, int stay, double[] kwh) {
        if (!site.gives(stay) || site.wear() == 0) {
            return 0;
        }
        double efficiency = site.efficiency(stay);
        double through = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            through += kwh[place] > 0 ? kwh[place] * efficiency : -kwh[place] / efficiency;
        }
        return through * site.wear();
    }

    private Wear() {}
}
