package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.solve.ChargingPlans;
import io.chargelake.energy.solve.Exchange;

/** Energy back to the grid when it is short: only in the dearest hours, within the site's limit. */
public final class GridSupport implements Strategy {

    @Override
    public String code() {
        return "grid-support";
    }

    @Override
    public String goal() {
        return "least cost less what energy given back in peak hours is paid, plus wear; nothing is given back at other times";
    }

    @Override
    public Plan plan(SiteCase site) {
        return ChargingPlans.bestExchange(site, Exchange.atPeak(site.prices()));
    }
}
