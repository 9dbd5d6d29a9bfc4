package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Taper;
import java.util.stream.IntStream;

/**
 * Plans as direct current really flows: plan, follow each battery through the taper, hold who was asked too much to a path that
 * the taper allows, plan again, until nothing is asked that can't be had. That takes two or three plans. Who charges as soon as
 * can be is held back nowhere, only forbidden what a slot could not take; that comes nearer by halves. What the last plan still
 * asks too much is cut, and stays unmet.
 */
public final class Tapered {
    private static final int MOST_ROUNDS = 40;
    /** Who gives back may give less in the next plan, and be fuller then: with each round less of it is counted on. */
    private static final double LESS_GIVEN = 0.1;

    private static final int HALVINGS = 30;
    /** Beyond what is needed, as a share of the way to the fastest path: leaves others a choice. */
    private static final double MARGIN = 0.001;

    private static final double NOTHING = 1e-9;

    private Tapered() {}

    public static Plan plan(Strategy strategy, SiteCase site) {
        Plan first = strategy.flows(site);
        Plan plan = first;
        double[] most = most(site);
        for (int round = 0; round < MOST_ROUNDS && asksTooMuch(plan); round++) {
            tighten(plan, most, strategy.isHasty() ? Tapered::forbid : holding(round));
            plan = strategy.flows(site.withMost(most));
        }
        if (plan == first) {
            return strategy.finish(first);
        }
        Plan cut = new Plan(site, cut(plan, site), plan.phases(), plan.proof());
        return strategy.finish(new Plan(site, cut.kwh(), cut.phases(), proof(first, cut)));
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

    /** How a stay that is asked too much may be asked less: writes the most of each of its places. */
    private interface Tightening {
        void tighten(Plan plan, int stay, double[] most);
    }

    private static Tightening holding(int round) {
        double giving = Math.max(0, 1 - LESS_GIVEN * (round + 1));
        return (plan, stay, most) -> hold(plan, stay, giving, most);
    }

    private static boolean asksTooMuch(Plan plan) {
        return IntStream.range(0, plan.site().count()).anyMatch(stay -> isAskedTooMuch(plan, stay));
    }

    private static void tighten(Plan plan, double[] most, Tightening tightening) {
        for (int stay = 0; stay < plan.site().count(); stay++) {
            if (isAskedTooMuch(plan, stay)) {
                tightening.tighten(plan, stay, most);
            }
        }
    }

    /** Whether more than it can take in any place. */
    private static boolean isAskedTooMuch(Plan plan, int stay) {
        SiteCase site = plan.site();
        if (!site.stay(stay).charger().type().isDirectCurrent()) {
            return false;
        }
        double stored = site.arrivalKwh(stay);
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            double taken = plan.kwh()[place];
            if (taken > Taper.mostKwh(site.stay(stay), stored, site.presentHours(place)) + NOTHING) {
                return true;
            }
            stored += Plan.intoBattery(taken, site.efficiency(stay));
        }
        return false;
    }

    /** Each slot takes no more than it could have taken of this plan. */
    private static void forbid(Plan plan, int stay, double[] most) {
        SiteCase site = plan.site();
        double stored = site.arrivalKwh(stay);
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            double possible = Taper.mostKwh(site.stay(stay), stored, site.presentHours(place));
            double taken = plan.kwh()[place];
            if (taken > possible + NOTHING) {
                most[place] = Math.min(most[place], possible);
                taken = possible;
            }
            stored += Plan.intoBattery(taken, site.efficiency(stay));
        }
    }

    /**
     * Each slot takes no more than a path does that charges as much as the plan, between what was planned and the fastest. A
     * battery that takes less than that path is never fuller, so all below it can be had; unless it gives back less than the path.
     *
     * @param giving the share of what the plan gives back that the path counts on
     */
    private static void hold(Plan plan, int stay, double giving, double[] most) {
        SiteCase site = plan.site();
        double meant = site.arrivalKwh(stay);
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            meant += Plan.intoBattery(counted(plan, place, giving), site.efficiency(stay));
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            boolean isEnough = follow(plan, stay, giving, middle, most) >= meant;
            low = isEnough ? low : middle;
            high = isEnough ? middle : high;
        }
        follow(plan, stay, giving, Math.min(1, high + MARGIN), most);
    }

    private static double counted(Plan plan, int place, double giving) {
        double kwh = plan.kwh()[place];
        return kwh < 0 ? giving * kwh : kwh;
    }

    /** Lays a path so far from the plan towards the fastest; what is stored at its end. */
    private static double follow(Plan plan, int stay, double giving, double share, double[] path) {
        SiteCase site = plan.site();
        double stored = site.arrivalKwh(stay);
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            double counted = counted(plan, place, giving);
            double planned = Math.max(0, counted);
            double asked = planned + share * (site.mostKwh(place) - planned);
            path[place] = Math.min(asked, Taper.mostKwh(site.stay(stay), stored, site.presentHours(place)));
            stored += Plan.intoBattery(counted < 0 ? counted : path[place], site.efficiency(stay));
        }
        return stored;
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
