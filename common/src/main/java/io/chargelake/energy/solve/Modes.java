package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.Arrays;

/**
 * The best a single vehicle can do at given prices, with the two choices that no convex program makes.
 *
 * <ul>
 *   <li>Who arrives outside the band may only move towards it: every slot in which it could enter is tried.
 *   <li>Where giving back pays more than charging costs (negative prices, a sale above the purchase), a slot must do either:
 *       branch and bound over those slots which the relaxed program would do both in.
 * </ul>
 */
public final class Modes {
    private static final int MOST_NODES = 2_000;
    private static final int FEW_NODES = 200;
    private static final double EXACT = 1e-11;

    private final StoredValue program;
    private final double[] in;
    private final double[] out;
    private final byte[] mode;
    private final double[] best;
    private double bestUnmet;
    private double bestCost;
    private double bound;
    private double relaxedUnmet;
    private int nodes;
    private double stored;
    private double wanted;

    private static final byte EITHER = 0;
    private static final byte IN = 1;
    private static final byte OUT = 2;

    public Modes(int mostSlots) {
        program = new StoredValue(mostSlots);
        in = new double[mostSlots];
        out = new double[mostSlots];
        mode = new byte[mostSlots];
        best = new double[mostSlots];
    }

    /**
     * Writes the stay's flows at the grid's side.
     *
     * @return what it costs, wear included
     */
    public double solve(SiteCase site, int stay, double wantedKwh, Exchange exchange, double[] kwh) {
        load(site, stay, exchange);
        return run(site, stay, wantedKwh, kwh, MOST_NODES);
    }

    /**
     * Beside others.
     *
     * @param room what may be charged in each of its slots
     * @param spare what may be given back
     */
    void within(
            SiteCase site, int stay, double wantedKwh, Exchange exchange, double[] room, double[] spare, double[] kwh) {
        load(site, stay, exchange);
        double efficiency = site.efficiency(stay);
        for (int i = 0; i < program.slots; i++) {
            in[i] = Math.min(in[i], Math.max(0, room[i]) * efficiency);
            out[i] = Math.min(out[i], Math.max(0, spare[i]) / efficiency);
        }
        run(site, stay, wantedKwh, kwh, FEW_NODES);
    }

    /** Without a search: flows that are allowed, while {@link #bound()} may be less than what they cost. */
    double answer(SiteCase site, int stay, double wantedKwh, Exchange exchange, double[] kwh) {
        load(site, stay, exchange);
        return run(site, stay, wantedKwh, kwh, 1);
    }

    /** What no plan of the stay last solved can fall below. */
    public double bound() {
        return bound;
    }

    private double run(SiteCase site, int stay, double wantedKwh, double[] kwh, int mostNodes) {
        stored = site.arrivalKwh(stay);
        wanted = wantedKwh;
        bestUnmet = Double.POSITIVE_INFINITY;
        bestCost = Double.POSITIVE_INFINITY;
        bound = Double.POSITIVE_INFINITY;
        relaxedUnmet = Double.POSITIVE_INFINITY;
        nodes = 0;
        if (stored < site.lowKwh(stay)) {
            enter(site.lowKwh(stay), site.highKwh(stay), IN, mostNodes);
        } else if (stored > site.highKwh(stay)) {
            enter(site.lowKwh(stay), site.highKwh(stay), OUT, mostNodes);
        } else {
            within(site.lowKwh(stay), site.highKwh(stay), 0);
            search(mostNodes);
        }
        write(site, stay, kwh);
        return bestCost;
    }

    private void load(SiteCase site, int stay, Exchange exchange) {
        int begin = site.begin(stay);
        double efficiency = site.efficiency(stay);
        double wear = site.gives(stay) ? site.wear() : 0;
        program.slots = site.begin(stay + 1) - begin;
        for (int i = 0; i < program.slots; i++) {
            int slot = site.slot(stay, begin + i);
            in[i] = site.mostKwh(begin + i) * efficiency;
            out[i] = exchange.gives()[slot] ? site.mostBackKwh(stay, begin + i) / efficiency : 0;
            program.cost[i] = exchange.buy()[slot] / efficiency + wear;
            program.gain[i] = exchange.sell()[slot] * efficiency - wear;
            mode[i] = EITHER;
        }
    }

    /** Everything from a slot on lies within the band; before, only what lies between it and the arrival. */
    private void within(double low, double high, int entry) {
        for (int i = 0; i <= program.slots; i++) {
            program.low[i] = i < entry ? Math.min(low, stored) : low;
            program.high[i] = i < entry ? Math.max(high, stored) : high;
        }
    }

    private void enter(double low, double high, byte towards, int mostNodes) {
        for (int entry = 1; entry <= program.slots + 1; entry++) {
            within(low, high, entry);
            for (int i = 0; i < program.slots; i++) {
                mode[i] = i < entry ? towards : EITHER;
            }
            search(mostNodes);
        }
        if (program.slots == 0) {
            bestCost = 0;
            bound = 0;
        }
    }

    private void search(int mostNodes) {
        double before = bound;
        double lowest = branch(mostNodes);
        bound = Math.min(before, lowest);
    }

    /** The least cost below this node, as far as it is known. */
    private double branch(int mostNodes) {
        nodes++;
        for (int i = 0; i < program.slots; i++) {
            program.in[i] = mode[i] == OUT ? 0 : in[i];
            program.out[i] = mode[i] == IN ? 0 : out[i];
        }
        if (!program.solve(stored, wanted)) {
            return Double.POSITIVE_INFINITY;
        }
        double unmet = unmet();
        double relaxed = program.relaxed();
        boolean isHopeless = unmet > bestUnmet + 1e-9 || unmet > bestUnmet - 1e-9 && relaxed >= bestCost - EXACT;
        keep(unmet);
        if (unmet < relaxedUnmet - 1e-9) {
            relaxedUnmet = unmet;
            bound = Double.POSITIVE_INFINITY;
        }
        int worst = worstFlattered();
        if (unmet > relaxedUnmet + 1e-9) {
            return Double.POSITIVE_INFINITY;
        }
        if (isHopeless || worst < 0 || nodes >= mostNodes) {
            return relaxed;
        }
        byte likelier = program.move[worst] >= 0 ? IN : OUT;
        mode[worst] = likelier;
        double one = branch(mostNodes);
        mode[worst] = likelier == IN ? OUT : IN;
        double other = branch(mostNodes);
        mode[worst] = EITHER;
        return Math.max(relaxed, Math.min(one, other));
    }

    private double unmet() {
        double end = stored;
        for (int i = 0; i < program.slots; i++) {
            end += program.move[i];
        }
        return Math.max(0, wanted - end);
    }

    private void keep(double unmet) {
        double real = program.real();
        if (unmet < bestUnmet - 1e-9 || unmet <= bestUnmet + 1e-9 && real < bestCost - EXACT) {
            bestUnmet = unmet;
            bestCost = real;
            System.arraycopy(program.move, 0, best, 0, program.slots);
        }
    }

    private int worstFlattered() {
        int worst = -1;
        double most = 1e-10;
        for (int i = 0; i < program.slots; i++) {
            if (mode[i] == EITHER && program.flattery(i) > most) {
                most = program.flattery(i);
                worst = i;
            }
        }
        return worst;
    }

    private void write(SiteCase site, int stay, double[] kwh) {
        int begin = site.begin(stay);
        double efficiency = site.efficiency(stay);
        if (program.slots > 0 && Double.isInfinite(bestCost)) {
            throw new IllegalStateException(
                    "no path keeps vehicle " + site.stay(stay).vehicle().id() + " in its band");
        }
        for (int i = 0; i < program.slots; i++) {
            double move = Math.abs(best[i]) < EXACT ? 0 : best[i];
            kwh[begin + i] = move > 0
                    ? Math.min(move / efficiency, site.mostKwh(begin + i))
                    : Math.max(move * efficiency, -site.mostBackKwh(stay, begin + i));
        }
        Arrays.fill(best, 0, program.slots, 0);
    }
}
