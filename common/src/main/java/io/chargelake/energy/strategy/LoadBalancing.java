package io.chargelake.energy.strategy;

import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.solve.ChargingPlans;

/**
 * The flattest load on the transformer, what is short shared fairly; then each single-phase vehicle on the conductor that
 * keeps the three most alike. The proof is that of the transformer's load.
 */
public final class LoadBalancing implements Strategy {

    @Override
    public String code() {
        return "load-balancing";
    }

    @Override
    public String goal() {
        return "least squared load of the transformer, shortage shared fairly, then least unbalance of its phases";
    }

    @Override
    public Plan plan(SiteCase site) {
        return finish(flows(site));
    }

    @Override
    public Plan flows(SiteCase site) {
        return ChargingPlans.flattest(site);
    }

    @Override
    public Plan finish(Plan flat) {
        return new Plan(flat.site(), flat.kwh(), PhaseBalance.of(flat).assign(), flat.proof());
    }

    /** The squared distance of each phase's load in kW from the mean of the three, summed over slots. */
    public static double unbalance(Plan plan) {
        PhaseBalance balance = PhaseBalance.of(plan);
        int[] phases = plan.phases().stream().mapToInt(Phase::index).toArray();
        return balance.unbalance(phases);
    }
}
