package io.chargelake.energy.strategy;

import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts single-phase vehicles on conductors. A few are tried in every way; more are placed from the largest on, each where it
 * adds least, then moved, and swapped by pairs where they are not too many, until nothing gains.
 */
final class PhaseBalance {
    private static final int CONDUCTORS = 3;
    private static final int FEW = 7;
    private static final int MOST_PASSES = 50;
    private static final int MOST_SWAPPED = 100;
    private static final double GAIN = 1e-9;

    private final SiteCase site;
    private final double[] kw;
    private final int[] movable;
    private final int[] given;
    private final double[][] load;

    private PhaseBalance(Plan plan) {
        site = plan.site();
        double hours = site.horizon().slotHours();
        kw = Arrays.stream(plan.kwh()).map(kwh -> kwh / hours).toArray();
        given = plan.phases().stream().mapToInt(Phase::index).toArray();
        movable = IntStream.range(0, site.count())
                .filter(stay -> plan.phases().get(stay) != Phase.ALL)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer stay) -> -squares(stay)))
                .mapToInt(Integer::intValue)
                .toArray();
        load = new double[CONDUCTORS][site.slots()];
    }

    static PhaseBalance of(Plan plan) {
        return new PhaseBalance(plan);
    }

    List<Phase> assign() {
        int[] phases = given.clone();
        if (movable.length <= FEW) {
            tryAll(phases);
        } else {
            place(phases);
            improve(phases);
        }
        List<Phase> assigned = new ArrayList<>(phases.length);
        for (int phase : phases) {
            assigned.add(Phase.values()[phase]);
        }
        return assigned;
    }

    double unbalance(int[] phases) {
        lay(phases, movable.length);
        double sum = 0;
        for (int slot = 0; slot < site.slots(); slot++) {
            double mean = (load[0][slot] + load[1][slot] + load[2][slot]) / CONDUCTORS;
            for (double[] conductor : load) {
                sum += (conductor[slot] - mean) * (conductor[slot] - mean);
            }
        }
        return sum;
    }

    private void lay(int[] phases, int count) {
        for (double[] conductor : load) {
            Arrays.fill(conductor, 0);
        }
        for (int i = 0; i < count; i++) {
            add(movable[i], phases[movable[i]], 1);
        }
    }

    private void tryAll(int[] phases) {
        int ways = (int) Math.pow(CONDUCTORS, Math.max(0, movable.length - 1));
        int[] best = phases.clone();
        double least = Double.POSITIVE_INFINITY;
        for (int way = 0; way < ways; way++) {
            int rest = way;
            for (int i = 0; i < movable.length; i++) {
                phases[movable[i]] = i == 0 ? 0 : rest % CONDUCTORS;
                rest = i == 0 ? rest : rest / CONDUCTORS;
            }
            double unbalance = unbalance(phases);
            if (unbalance < least - GAIN) {
                least = unbalance;
                best = phases.clone();
            }
        }
        System.arraycopy(best, 0, phases, 0, phases.length);
    }

    private void place(int[] phases) {
        lay(phases, 0);
        for (int stay : movable) {
            int best = 0;
            for (int phase = 1; phase < CONDUCTORS; phase++) {
                best = common(stay, phase) < common(stay, best) - GAIN ? phase : best;
            }
            phases[stay] = best;
            add(stay, best, 1);
        }
    }

    private void improve(int[] phases) {
        boolean isBetter = true;
        int swapped = movable.length <= MOST_SWAPPED ? movable.length : 0;
        for (int pass = 0; pass < MOST_PASSES && isBetter; pass++) {
            isBetter = false;
            for (int stay : movable) {
                isBetter |= moveToBest(stay, phases);
            }
            for (int i = 0; i < swapped && !isBetter; i++) {
                for (int j = i + 1; j < movable.length && !isBetter; j++) {
                    isBetter = swap(movable[i], movable[j], phases);
                }
            }
        }
    }

    private boolean moveToBest(int stay, int[] phases) {
        int old = phases[stay];
        add(stay, old, -1);
        int best = old;
        for (int phase = 0; phase < CONDUCTORS; phase++) {
            best = common(stay, phase) < common(stay, best) - GAIN ? phase : best;
        }
        add(stay, best, 1);
        phases[stay] = best;
        return best != old;
    }

    private boolean swap(int one, int other, int[] phases) {
        int from = phases[one];
        int to = phases[other];
        if (from == to) {
            return false;
        }
        add(one, from, -1);
        add(other, to, -1);
        double without = common(one, from) + common(other, to);
        double swapped = common(one, to) + common(other, from);
        boolean isBetter = swapped < without - GAIN;
        int oneNow = isBetter ? to : from;
        int otherNow = isBetter ? from : to;
        add(one, oneNow, 1);
        add(other, otherNow, 1);
        phases[one] = oneNow;
        phases[other] = otherNow;
        return isBetter;
    }

    private void add(int stay, int phase, int sign) {
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            load[phase][site.slot(stay, place)] += sign * kw[place];
        }
    }

    /** What a stay's load has in common with a conductor's: what it would add to the sum of squares, halved. */
    private double common(int stay, int phase) {
        double sum = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            sum += kw[place] * load[phase][site.slot(stay, place)];
        }
        return sum;
    }

    private double squares(int stay) {
        double sum = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            sum += kw[place] * kw[place];
        }
        return sum;
    }
}
