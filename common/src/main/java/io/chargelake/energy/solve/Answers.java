package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;

/**
 * What vehicles do at prices on load, each exactly and by itself, and the bound this proves: what they pay at least, less what
 * limits are worth, is less than any plan costs, whatever the prices are.
 */
final class Answers {
    private static final double ROUNDING = 1e-9;

    private final SiteCase site;
    private final double[] wanted;
    private final Exchange exchange;
    private final Modes modes;
    private final double[] kwh;

    Answers(SiteCase site, double[] wanted, Goal goal) {
        this.site = goal.proving(site);
        this.wanted = wanted;
        this.exchange = goal.proving();
        this.modes = new Modes(site.slots());
        this.kwh = new double[site.places()];
    }

    double bound(LoadPrices prices) {
        Exchange asked = exchange.plus(prices.price());
        int[] order = SlotPrices.order(asked.buy());
        double sum = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            sum += site.gives(stay) ? exchanged(stay, asked) : charged(stay, asked, order);
        }
        return sum + worthOfLimits(prices);
    }

    private double exchanged(int stay, Exchange asked) {
        modes.answer(site, stay, wanted[stay], asked, kwh);
        return modes.bound();
    }

    private double charged(int stay, Exchange asked, int[] order) {
        double need = Math.max(0, wanted[stay] - site.arrivalKwh(stay)) / site.efficiency(stay);
        double room = Math.max(need, site.roomKwh(stay));
        return CheapestSlots.fill(site, stay, need, room, asked.buy(), order, kwh);
    }

    /** A kW of the highest load is worth 1, so prices on it may weigh that much in all. */
    private double worthOfLimits(LoadPrices prices) {
        double hours = site.horizon().slotHours();
        double sum = 0;
        double weight = 0;
        for (int slot = 0; slot < site.slots(); slot++) {
            double above = Math.max(0, prices.price()[slot]);
            double below = Math.max(0, -prices.price()[slot]);
            boolean isOfPeak = prices.ofPeak()[slot];
            double most = isOfPeak ? -site.site().netKw(slot) * hours : site.upperKwh(slot);
            sum -= above == 0 ? 0 : above * most;
            sum += below == 0 ? 0 : below * site.lowerKwh(slot);
            weight += isOfPeak ? above * hours : 0;
        }
        return weight <= 1 + ROUNDING ? sum : Double.NEGATIVE_INFINITY;
    }
}
