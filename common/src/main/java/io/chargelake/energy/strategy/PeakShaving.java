package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.solve.ChargingPlans;

/** The lowest peak first, then the cheapest plan below it; the proof is that of the peak. */
public final class PeakShaving implements Strategy {

    @Override
    public String code() {
        return "peak-shaving";
    }

    @Override
    public String goal() {
        return "lowest highest load of the site, then least cost below it";
    }

    @Override
    public Plan plan(SiteCase site) {
        return ChargingPlans.lowestPeak(site);
    }
}
