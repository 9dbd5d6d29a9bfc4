package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The linear program of a site, ready to be solved from within. Left out are stays that have no choice, and slots in which
 * vehicles could not reach a limit if they all wanted.
 */
final class SiteProgram {
    private static final double NOTHING = 1e-9;
    /** Less than counts as unmet; what has to be met to the last digit would leave no inside. */
    private static final double SLACK = 2e-7;

    private static final double NARROW = 1e-7;

    private final SiteCase site;
    private final double[] wanted;
    private final Exchange exchange;
    private final Goal goal;
    private final Variables all = new Variables();
    private final List<Block> blocks = new ArrayList<>();
    private final double[] fixed;
    private final boolean[] moves;
    private final boolean isPaidToCharge;
    private int[] rowOfSlot;
    private Rows rows;
    private InteriorPoint point;

    /** @param start a plan within all limits */
    SiteProgram(SiteCase site, double[] wanted, Goal goal, double[] start) {
        this.site = site;
        this.wanted = wanted;
        this.exchange = goal.exchange();
        this.goal = goal;
        this.fixed = new double[site.places()];
        this.moves = new boolean[site.count()];
        this.isPaidToCharge = isPaidToCharge();
        fix();
        layRows();
        for (int stay = 0; stay < site.count(); stay++) {
            if (moves[stay]) {
                blocks.add(exchanges(stay) ? battery(stay) : charging(stay));
            }
        }
        begin(start);
    }

    InteriorPoint point() {
        return point;
    }

    /** On load, by slot. */
    double[] price() {
        double[] price = new double[site.slots()];
        double weight = 0;
        for (int slot = 0; slot < price.length; slot++) {
            price[slot] = rowOfSlot[slot] < 0 ? 0 : rows.priceOfLoad(rowOfSlot[slot]) / (goal.seeksPeak() ? goal.peakCost() : 1);
            weight += Math.max(0, price[slot]) * site.horizon().slotHours();
        }
        for (int slot = 0; slot < price.length && !goal.allows(weight); slot++) {
            price[slot] /= weight;
        }
        return price;
    }

    double[] kwh() {
        double[] kwh = fixed.clone();
        for (Block block : blocks) {
            block.write(kwh);
        }
        return kwh;
    }

    private boolean isPaidToCharge() {
        for (int slot = 0; slot < site.slots(); slot++) {
            if (exchange.buy()[slot] < 0 || exchange.sell()[slot] > exchange.buy()[slot]) {
                return true;
            }
        }
        return false;
    }

    /** Of who arrives outside the band paths can't be mixed: below it, it only charges, above it nothing flows. */
    private boolean exchanges(int stay) {
        return site.gives(stay)
                && site.arrivalKwh(stay) >= site.lowKwh(stay)
                && site.arrivalKwh(stay) <= site.highKwh(stay);
    }

    private double need(int stay) {
        return Math.max(0, wanted[stay] - site.arrivalKwh(stay)) / site.efficiency(stay);
    }

    private double beyond(int stay) {
        return isPaidToCharge ? Math.max(0, site.roomKwh(stay) - need(stay)) : 0;
    }

    /** Who needs all that can be had draws it; who needs nothing and only charges rests. */
    private void fix() {
        for (int stay = 0; stay < site.count(); stay++) {
            double possible = 0;
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                possible += site.mostKwh(place);
            }
            boolean needsAll = need(stay) >= possible - SLACK;
            boolean rests = site.arrivalKwh(stay) > site.highKwh(stay)
                    || !exchanges(stay) && need(stay) <= SLACK && beyond(stay) <= SLACK;
            moves[stay] = !needsAll && !rests;
            for (int place = site.begin(stay); place < site.begin(stay + 1) && needsAll && !rests; place++) {
                fixed[place] = site.mostKwh(place);
            }
        }
    }

    private void layRows() {
        double[] most = new double[site.slots()];
        double[] least = new double[site.slots()];
        double[] drawn = new double[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                int slot = site.slot(stay, place);
                drawn[slot] += fixed[place];
                most[slot] += moves[stay] ? site.mostKwh(place) : 0;
                least[slot] -= moves[stay] && exchanges(stay) ? back(stay, place) : 0;
            }
        }
        double peak = goal.seeksPeak() ? peakAtLeast(least, drawn) : 0;
        double[] upper = new double[site.slots()];
        double[] lower = new double[site.slots()];
        rowOfSlot = new int[site.slots()];
        int count = 0;
        for (int slot = 0; slot < rowOfSlot.length; slot++) {
            double up = goal.mostKwh(site, slot) - drawn[slot];
            double down = site.lowerKwh(slot) - drawn[slot];
            boolean canBeHigh = most[slot] > up + peak * site.horizon().slotHours() - NOTHING;
            boolean canBeLow = least[slot] < down;
            upper[count] = canBeHigh ? up + NARROW : Double.POSITIVE_INFINITY;
            lower[count] = canBeLow ? down - NARROW : Double.NEGATIVE_INFINITY;
            rowOfSlot[slot] = canBeHigh || canBeLow ? count++ : -1;
        }
        double rise = goal.seeksPeak() ? site.horizon().slotHours() : 0;
        rows = new Rows(Arrays.copyOf(upper, count), Arrays.copyOf(lower, count), rise, goal.peakCost());
    }

    private double peakAtLeast(double[] least, double[] drawn) {
        double peak = 0;
        for (int slot = 0; slot < least.length; slot++) {
            double kwh = Math.max(least[slot] + drawn[slot], site.lowerKwh(slot)) - goal.mostKwh(site, slot);
            peak = Math.max(peak, kwh / site.horizon().slotHours());
        }
        return peak;
    }

    private double back(int stay, int place) {
        return exchange.gives()[site.slot(stay, place)] ? site.mostBackKwh(stay, place) : 0;
    }

    private int[] rowsOf(int stay) {
        int first = site.firstSlot(stay);
        return Arrays.copyOfRange(rowOfSlot, first, first + site.begin(stay + 1) - site.begin(stay));
    }

    private Block charging(int stay) {
        int begin = site.begin(stay);
        int count = site.begin(stay + 1) - begin;
        double need = need(stay);
        double share = share(stay, need);
        double wear = site.gives(stay) ? site.wear() * site.efficiency(stay) : 0;
        int first = all.count;
        for (int place = begin; place < begin + count; place++) {
            double end = Math.max(NARROW, site.mostKwh(place));
            all.add(exchange.buy()[site.slot(stay, place)] + wear, end, share * end);
        }
        double beyond = beyond(stay);
        int more = beyond > SLACK ? all.add(0, beyond, beyond / 10) : -1;
        return new ChargingBlock(all, begin, count, first, more, need, rowsOf(stay));
    }

    private double share(int stay, double need) {
        double possible = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            possible += site.mostKwh(place);
        }
        return Math.max(0.05, Math.min(0.95, need / possible));
    }

    /**
     * Where giving back pays more than charging costs, both are priced alike, a little apart: what the straight line between
     * full charge and full return costs.
     */
    private Block battery(int stay) {
        int begin = site.begin(stay);
        int count = site.begin(stay + 1) - begin;
        double efficiency = site.efficiency(stay);
        double share = share(stay, need(stay));
        int charge = all.count;
        double[] gain = new double[count];
        for (int i = 0; i < count; i++) {
            int slot = site.slot(stay, begin + i);
            double in = Math.max(NARROW, site.mostKwh(begin + i));
            double out = back(stay, begin + i);
            double cost = exchange.buy()[slot] / efficiency + site.wear();
            gain[i] = exchange.sell()[slot] * efficiency - site.wear();
            if (gain[i] > cost) {
                double line = (cost * in * efficiency + gain[i] * out / efficiency)
                        / (in * efficiency + out / efficiency);
                cost = line + 1e-3 * Math.abs(line);
                gain[i] = line - 1e-3 * Math.abs(line);
            }
            all.add(cost * efficiency, in, share * in);
        }
        int[] back = new int[count];
        for (int i = 0; i < count; i++) {
            double out = back(stay, begin + i);
            back[i] = out > NOTHING ? all.add(-gain[i] / efficiency, out, out / 10) : -1;
        }
        return new BatteryBlock(all, begin, efficiency, site.arrivalKwh(stay), stored(stay, charge, back), rowsOf(stay));
    }

    private BatteryBlock.Amounts stored(int stay, int charge, int[] back) {
        double low = site.lowKwh(stay);
        double high = site.highKwh(stay);
        double end = Math.max(low, Math.min(high, wanted[stay]) - SLACK);
        double[] floor = new double[back.length];
        int stored = all.count;
        for (int i = 0; i < back.length; i++) {
            floor[i] = i + 1 < back.length ? low : end;
            double width = high - floor[i];
            double on = site.arrivalKwh(stay) + (end - site.arrivalKwh(stay)) * (i + 1) / back.length;
            all.add(0, width, Math.max(0.1 * width, Math.min(0.9 * width, on - floor[i])));
        }
        return new BatteryBlock.Amounts(charge, back, stored, floor);
    }

    private void begin(double[] start) {
        double peak = Loads.peakKw(site, Loads.of(site, start));
        double first = 1.05 * peak + 1e-3;
        double worth = goal.peakCost() * first;
        for (int i = 0; i < all.count; i++) {
            worth += Math.abs(all.cost[i]) * all.above[i];
        }
        double pressure = 10 * Math.max(1e-6, worth) / (2 * all.count + 2 * rows.count + 1);
        double[] near = new double[rows.count];
        for (Block block : blocks) {
            block.load(near);
        }
        all.begin(pressure);
        rows.begin(near, first, pressure);
        point = new InteriorPoint(all, blocks, rows);
    }
}
