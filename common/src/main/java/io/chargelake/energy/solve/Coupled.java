package io.chargelake.energy.solve;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vehicles that charge and give back behind shared limits. A linear program of them all is solved from within; its plan is
 * repaired to the last digit, and its prices on load are put to each vehicle, whose exact answers prove how good the plan is. The
 * nearer the program comes, the better both; it ends where they are near enough.
 */
final class Coupled {
    private static final double GOAL = 5e-4;
    private static final int MOST_STEPS = 100;
    private static final int MOST_ROUNDS = 20;
    /** In kWh: a plan that far from its equations is repaired. */
    private static final double MET = 1e-6;
    /** Once so little is to be gained, plan and prices are tried; then at each eighth of it, until only rounding is left. */
    private static final double FIRST_TRY = 3e-4;

    private static final double NEXT_TRY = 0.125;
    private static final double ROUNDING = 1e-13;
    /** After a few tries that narrow the gap no more, it is the choices that are not convex. */
    private static final int FEW = 2;

    private static final double STILL = 0.9;
    private static final double ROUNDING_KWH = 1e-7;
    private static final double UNMET = 1e-6;

    private final SiteCase site;
    private final double[] wanted;
    private final Goal goal;
    private final boolean isSearched;
    private final Answers answers;
    private final Modes modes;
    private final List<Proof.Round> rounds = new ArrayList<>();
    private double[] best;
    private double bound = Double.NEGATIVE_INFINITY;

    private Coupled(SiteCase site, double[] wanted, Goal goal, double[] start) {
        this.site = site;
        this.wanted = wanted;
        this.goal = goal;
        this.isSearched = goal.exchange().isPaidToCharge();
        this.answers = new Answers(site, wanted, goal);
        this.modes = new Modes(site.slots());
        this.best = start;
    }

    /** A plan and how good it is. */
    record Solved(double[] kwh, Proof proof) {
        boolean isProven() {
            return proof.gap() <= GOAL;
        }
    }

    /**
     * As good as can be proven with little effort.
     *
     * @param wanted in the battery at departure, by stay
     * @param start a plan within all limits that meets them
     * @param prices at which it is likely the best
     */
    static Solved solve(SiteCase site, double[] wanted, Goal goal, double[] start, LoadPrices prices) {
        Coupled coupled = new Coupled(site, wanted, goal, start);
        if (!coupled.isProven(prices) || goal.hasSecond()) {
            coupled.approach();
        }
        double objective = coupled.objective();
        return new Solved(coupled.best, new Proof(objective, Math.min(coupled.bound, objective), coupled.rounds));
    }

    /**
     * Where doing both in a slot may pay, what that would cost depends on the prices to be found; where the highest load is
     * higher than the site's limit, which of both is the lower depends on that load: then once more, knowing more.
     */
    private void approach() {
        double[] near = new double[site.slots()];
        double peak = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            LoadPrices found = approach(new SiteProgram(site, wanted, goal, best, near, peak));
            boolean isLow =
                    goal.seeksPeak() && bound > peak && bound > site.site().limitKw();
            boolean isNew = isSearched && round == 0 || isLow;
            if (!isNew || isProven(found)) {
                break;
            }
            near = isSearched ? found.price() : near;
            peak = isLow ? bound : peak;
        }
    }

    private LoadPrices approach(SiteProgram program) {
        InteriorPoint point = program.point();
        double near = FIRST_TRY;
        int tries = 0;
        boolean isMoving = true;
        for (int step = 0; isMoving && step < MOST_STEPS; step++) {
            isMoving = point.step() && point.pressure() > ROUNDING * scale();
            boolean isNear = point.pressure() <= near * scale() && point.missing() <= MET;
            if (isNear || !isMoving) {
                double before = gap();
                take(program.kwh());
                boolean isProven = isProven(program.prices());
                boolean isStill = isSearched && ++tries > FEW && gap() > STILL * before;
                if (isProven || isStill) {
                    break;
                }
                near = NEXT_TRY * point.pressure() / scale();
            }
        }
        return program.prices();
    }

    private double gap() {
        return Proof.gap(objective(), bound);
    }

    /** What a gap is measured by, in what the program counts. */
    private double scale() {
        double known = Double.isFinite(bound) ? Math.abs(bound) : 0;
        return goal.unit() * Math.max(1e-6, Math.max(Math.abs(objective()), known));
    }

    private boolean isProven(LoadPrices prices) {
        bound = Math.max(bound, answers.bound(prices));
        rounds.add(new Proof.Round(objective(), Math.min(bound, objective())));
        return gap() <= GOAL;
    }

    private double objective() {
        return goal.objective(site, best);
    }

    /** Without what is next to nothing; where every crumb is needed, with all but rounding. */
    private void take(double[] kwh) {
        if (!take(kwh, InTurn.CRUMB)) {
            take(kwh, ROUNDING_KWH);
        }
    }

    /** Whether it was allowed. */
    private boolean take(double[] found, double crumb) {
        double[] kwh = Arrays.stream(found)
                .map(flow -> Math.abs(flow) < crumb ? 0 : flow)
                .toArray();
        Repair.of(site, kwh);
        InTurn.improve(goal.keeping(site, kwh), wanted, goal.exchange(), modes, kwh);
        boolean isAllowed = Loads.areWithin(site, Loads.of(site, kwh)) && delivers(kwh);
        if (isAllowed && goal.merit(site, kwh) < goal.merit(site, best)) {
            best = kwh;
        }
        return isAllowed;
    }

    private boolean delivers(double[] kwh) {
        for (int stay = 0; stay < site.count(); stay++) {
            double known = Plan.storedKwh(site, stay, best);
            if (Plan.storedKwh(site, stay, kwh) < Math.min(wanted[stay], known) - UNMET) {
                return false;
            }
        }
        return true;
    }
}
