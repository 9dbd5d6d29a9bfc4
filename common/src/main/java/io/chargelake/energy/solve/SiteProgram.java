package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.ArrayList;
import java.util.List;

/** The linear program of a site, ready to be solved from within: a block for each stay that has a choice, a row for each limit. */
final class SiteProgram {
    private static final double NOTHING = 1e-9;
    /** In kWh. What can't be moved at all would leave no inside. */
    private static final double NARROW = 1e-7;

    /** What is to be gained at the start, as a multiple of what all would cost: far from bounds, first steps go far. */
    private static final double FAR_FROM_BOUNDS = 10;

    private final SiteCase site;
    private final double[] wanted;
    private final Goal goal;
    private final double[] near;
    private final Exchange exchange;
    private final Choices choices;
    private final Limits limits;
    private final Rows rows;
    private final Variables all = new Variables();
    private final List<Block> blocks = new ArrayList<>();
    private final InteriorPoint point;

    /**
     * @param start a plan within all limits
     * @param price on load, near those the program will find
     * @param peak in kW, that no plan's highest load is below
     */
    SiteProgram(SiteCase site, double[] wanted, Goal goal, double[] start, double[] price, double peak) {
        this.site = site;
        this.wanted = wanted;
        this.goal = goal;
        this.near = price;
        this.exchange = goal.exchange();
        this.choices = new Choices(site, wanted, exchange);
        this.limits = new Limits(site, goal, choices, peak);
        this.rows = new Rows(limits);
        for (int stay = 0; stay < site.count(); stay++) {
            if (choices.isOpen(stay)) {
                blocks.add(choices.exchanges(stay) ? battery(stay) : charging(stay));
            }
        }
        begin(1.05 * Loads.peakKw(site, Loads.of(site, start)) + 1e-3);
        this.point = new InteriorPoint(all, blocks, rows);
    }

    InteriorPoint point() {
        return point;
    }

    LoadPrices prices() {
        return limits.prices(rows.price);
    }

    double[] kwh() {
        double[] kwh = choices.fixed().clone();
        for (Block block : blocks) {
            block.write(kwh);
        }
        return kwh;
    }

    private Block charging(int stay) {
        int begin = site.begin(stay);
        int count = site.begin(stay + 1) - begin;
        double need = choices.need(stay);
        double wear = site.gives(stay) ? site.wear() * site.efficiency(stay) : 0;
        double share = share(stay);
        int first = all.count;
        for (int place = begin; place < begin + count; place++) {
            double end = Math.max(NARROW, site.mostKwh(place));
            all.add(exchange.buy()[site.slot(stay, place)] + wear, end, share * end);
        }
        double beyond = choices.beyond(stay);
        int more = beyond > Choices.SLACK ? all.add(0, beyond, beyond / 10) : -1;
        return new ChargingBlock(all, begin, count, first, more, need, limits.rows(stay));
    }

    /** Of what it could draw, that a stay begins with in each place. */
    private double share(int stay) {
        return Math.max(0.05, Math.min(0.95, choices.need(stay) / choices.possible(stay)));
    }

    private Block battery(int stay) {
        int count = site.begin(stay + 1) - site.begin(stay);
        double[] into = new double[count];
        double[] draws = new double[count];
        double[] offset = new double[count];
        double[] floor = new double[count];
        int charge = all.count;
        for (int i = 0; i < count; i++) {
            charge(stay, i, into, draws, offset);
        }
        int[] back = new int[count];
        for (int i = 0; i < count; i++) {
            back[i] = offset[i] > 0 ? -1 : back(stay, site.begin(stay) + i);
        }
        int stored = all.count;
        store(stay, floor);
        BatteryBlock.Amounts amounts = new BatteryBlock.Amounts(charge, into, draws, offset, back, stored, floor);
        return new BatteryBlock(
                all, site.begin(stay), site.efficiency(stay), site.arrivalKwh(stay), amounts, limits.rows(stay));
    }

    /**
     * Where giving back brings more than charging costs, at the prices that are near, a slot would do both. It can't: there, it goes
     * the straight way from full return to full charge.
     */
    private void charge(int stay, int i, double[] into, double[] draws, double[] offset) {
        int place = site.begin(stay) + i;
        int slot = site.slot(stay, place);
        double efficiency = site.efficiency(stay);
        double in = Math.max(NARROW, site.mostKwh(place));
        double out = choices.back(stay, place);
        double cost = exchange.buy()[slot] + site.wear() * efficiency;
        double gain = gain(stay, slot);
        double nearCost = (cost + near[slot]) / efficiency;
        boolean isEither = out > NOTHING && (gain + near[slot]) * efficiency > nearCost;
        double turn = isEither ? out / in : 0;
        offset[i] = isEither ? out : 0;
        into[i] = efficiency + turn / efficiency;
        draws[i] = 1 + turn;
        all.add(cost + turn * gain, in, share(stay) * in);
    }

    private double gain(int stay, int slot) {
        return exchange.sell()[slot] - site.wear() / site.efficiency(stay);
    }

    private int back(int stay, int place) {
        double out = choices.back(stay, place);
        return out > NOTHING ? all.add(-gain(stay, site.slot(stay, place)), out, out / 10) : -1;
    }

    private void store(int stay, double[] floor) {
        double low = site.lowKwh(stay);
        double high = site.highKwh(stay);
        double arrival = site.arrivalKwh(stay);
        double end = Math.max(low, Math.min(high, wanted[stay]) - Choices.SLACK);
        for (int i = 0; i < floor.length; i++) {
            floor[i] = i + 1 < floor.length ? low : end;
            double width = high - floor[i];
            double straight = arrival + (end - arrival) * (i + 1) / floor.length - floor[i];
            all.add(0, width, Math.max(0.1 * width, Math.min(0.9 * width, straight)));
        }
    }

    private void begin(double firstPeak) {
        double worth = goal.peakCost() * firstPeak;
        for (int i = 0; i < all.count; i++) {
            worth += Math.abs(all.cost[i]) * all.above[i];
        }
        double[] near = new double[rows.count];
        for (Block block : blocks) {
            block.load(near);
        }
        double pressure = FAR_FROM_BOUNDS * Math.max(1e-6, worth) / (2 * all.count + rows.bounds());
        all.begin(pressure);
        rows.begin(near, firstPeak, pressure);
    }
}
