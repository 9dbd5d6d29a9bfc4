package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Taper;

/**
 * Plans as direct current really flows: plan, follow each battery through the taper, forbid what it could not take, plan
 * again, until nothing is asked that can't be had. What the last plan still asks too much is cut, and stays unmet.
 */
public final class Tapered {
    private static final int MOST_ROUNDS = 40;
    private static final double NOTHING = 1e-9;

    private Tapered() {}

    public static Plan plan(Strategy strategy, SiteCase site) {
        Plan first = strategy.plan(site);
        Plan plan = first;
        double[] most = most(site);
        for (int round = 0; round < MOST_ROUNDS && tighten(plan, most); round++) {
            plan = strategy.plan(site.withMost(most));
        }
        if (plan == first && !tighten(plan, most(site))) {
            return first;
        }
        double[] kwh = cut(plan, site);
        Plan cut = new Plan(site, kwh, plan.phases(), plan.proof());
        return new Plan(site, kwh, plan.phases(), proof(first, cut));
    }

    private static double[] most(SiteCase site) {
        double[] most = new double[site.places()];
        for (int place = 0; place < most.length; place++) {
            most[place] = site.mostKwh(place);
        }
        return most;
    }

    /** Where as much is delivered, what bounds plans without a taper bounds those with one. */
    private static Proof proof(Plan first, Plan cut) {
        double missing = 0;
        for (int stay = 0; stay < cut.site().count(); stay++) {
            missing += cut.unmetKwh(stay) - first.unmetKwh(stay);
        }
        Proof proof = cut.proof();
        return missing > 1e-6
                ? Proof.none(proof.objective())
                : new Proof(
                        proof.objective(),
                        Math.min(proof.objective(), first.proof().bound()),
                        proof.rounds());
    }

    /** Whether any place was asked more than it can take. */
    private static boolean tighten(Plan plan, double[] most) {
        boolean isAny = false;
        SiteCase site = plan.site();
        for (int stay = 0; stay < site.count(); stay++) {
            if (site.stay(stay).charger().type().isDirectCurrent()) {
                isAny |= tighten(plan, stay, most);
            }
        }
        return isAny;
    }

    private static boolean tighten(Plan plan, int stay, double[] most) {
        SiteCase site = plan.site();
        double stored = site.arrivalKwh(stay);
        boolean isAny = false;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            double taken = plan.kwh()[place];
            double possible = Taper.mostKwh(site.stay(stay), stored, site.presentHours(place));
            if (taken > possible + NOTHING) {
                most[place] = Math.min(most[place], possible);
                taken = possible;
                isAny = true;
            }
            stored += Plan.intoBattery(taken, site.efficiency(stay));
        }
        return isAny;
    }

    /** What is really possible of a plan; energy that never came can't be given back either. */
    private static double[] cut(Plan plan, SiteCase site) {
        double[] kwh = plan.kwh().clone();
        for (int stay = 0; stay < site.count(); stay++) {
            double stored = site.arrivalKwh(stay);
            double efficiency = site.efficiency(stay);
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                double spare = Math.max(0, stored - site.lowKwh(stay)) * efficiency;
                double possible = Taper.mostKwh(site.stay(stay), stored, site.presentHours(place));
                kwh[place] = Math.max(-spare, Math.min(possible, kwh[place]));
                stored += Plan.intoBattery(kwh[place], efficiency);
            }
        }
        return kwh;
    }
}
