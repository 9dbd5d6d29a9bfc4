package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.solve.ChargingPlans;

/** The flattest load: {@link ChargingPlans#flattest}. */
public final class ValleyFilling implements Strategy {

    @Override
    public String code() {
        return "valley-filling";
    }

    @Override
    public String goal() {
        return "least sum over slots of the squared load: vehicles fill the valleys of what the site draws anyway";
    }

    @Override
    public Plan plan(SiteCase site) {
        return ChargingPlans.flattest(site);
    }
}
