package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.solve.ChargingPlans;
import io.chargelake.energy.solve.Exchange;

/** The cheapest slots; vehicles that can give energy back do so where it pays. */
public final class PriceOptimisation implements Strategy {

    @Override
    public String code() {
        return "price-optimisation";
    }

    @Override
    public String goal() {
        return "least cost of energy, less what energy given back is worth, plus the wear of vehicles that give it";
    }

    @Override
    public Plan plan(SiteCase site) {
        return ChargingPlans.bestExchange(site, Exchange.always(site.prices()));
    }
}
