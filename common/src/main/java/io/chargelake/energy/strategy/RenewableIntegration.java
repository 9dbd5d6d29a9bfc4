package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.solve.ChargingPlans;

/** The site's own sun first: {@link ChargingPlans#ownSunFirst}. */
public final class RenewableIntegration implements Strategy {

    @Override
    public String code() {
        return "renewable-integration";
    }

    @Override
    public String goal() {
        return "least cost of what is bought beyond the site's own sun, less what its export would bring";
    }

    @Override
    public Plan plan(SiteCase site) {
        return ChargingPlans.ownSunFirst(site);
    }
}
