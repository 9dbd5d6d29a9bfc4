package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;

/**
 * What vehicles do at prices on load, each exactly and by itself, and the bound this proves: what they pay at least, less what
 * limits are worth, is less than any plan costs, whatever the prices are.
 */
final class Answers {
    private final SiteCase site;
    private final double[] wanted;
    private final Exchange exchange;
    private final Goal goal;
    private final Modes modes;
    private final double[] kwh;

    Answers(SiteCase site, double[] wanted, Goal goal) {
        this.site = goal.proving(site);
        this.wanted = wanted;
        this.exchange = goal.proving();
        this.goal = goal;
        this.modes = new Modes(site.slots());
        this.kwh = new double[site.places()];
    }

    /** @param price by slot, above 0 where the load is too high, below where too much is given back */
    double bound(double[] price) {
        Exchange asked = exchange.plus(price);
        int[] order = SlotPrices.order(asked.buy());
        double sum = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            sum += site.gives(stay) ? exchanged(stay, asked) : charged(stay, asked, order);
        }
        return sum + worthOfLimits(price);
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

    private double worthOfLimits(double[] price) {
        double sum = 0;
        double weight = 0;
        for (int slot = 0; slot < price.length; slot++) {
            double above = Math.max(0, price[slot]);
            double below = Math.max(0, -price[slot]);
            sum -= above == 0 ? 0 : above * goal.mostKwh(site, slot);
            sum += below == 0 ? 0 : below * site.lowerKwh(slot);
            weight += above * site.horizon().slotHours();
        }
        return goal.allows(weight) ? sum : Double.NEGATIVE_INFINITY;
    }
}
