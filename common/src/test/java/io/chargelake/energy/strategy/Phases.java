package io.chargelake.energy.strategy;

import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;

/** Every way to hang single-phase vehicles on conductors, with no care for symmetry. */
final class Phases {

    static double leastUnbalance(Plan plan) {
        return least(plan, 0, new double[3][plan.site().slots()]);
    }

    private static double least(Plan plan, int stay, double[][] load) {
        SiteCase site = plan.site();
        if (stay == site.count()) {
            return unbalance(load);
        }
        if (site.stay(stay).phase() == Phase.ALL) {
            return least(plan, stay + 1, load);
        }
        double best = Double.POSITIVE_INFINITY;
        for (double[] conductor : load) {
            add(plan, stay, conductor, 1);
            best = Math.min(best, least(plan, stay + 1, load));
            add(plan, stay, conductor, -1);
        }
        return best;
    }

    private static void add(Plan plan, int stay, double[] conductor, int sign) {
        double[] kw = plan.powerKw(stay);
        for (int slot = 0; slot < kw.length; slot++) {
            conductor[slot] += sign * kw[slot];
        }
    }

    private static double unbalance(double[][] load) {
        double sum = 0;
        for (int slot = 0; slot < load[0].length; slot++) {
            double mean = (load[0][slot] + load[1][slot] + load[2][slot]) / 3;
            for (double[] conductor : load) {
                sum += (conductor[slot] - mean) * (conductor[slot] - mean);
            }
        }
        return sum;
    }

    private Phases() {}
}
