package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;

/**
 * What a site whose vehicles share limits wants least: cost, wear included, or its highest load, or that load and then cost.
 * A highest load of 0 is as good as less.
 *
 * @param exchange what energy costs
 * @param peakCost what a kW of the highest load costs; 0 where it is no matter
 * @param precision how much smaller than what is proven something is that must still be right
 */
record Goal(Exchange exchange, double peakCost, double precision) {
    /** How much more the highest load counts than all energy: so much that trading one for the other can't be proven worse. */
    private static final double FIRST = 2_000;

    static Goal cost(Exchange exchange) {
        return new Goal(exchange, 0, 1);
    }

    static Goal peak(int slots) {
        return new Goal(Exchange.free(slots), 1, 1);
    }

    /** @param start a plan, by which it is told how much energy there is */
    static Goal peakThenCost(SiteCase site, Exchange exchange, double[] start) {
        double energy = 0;
        for (double kwh : start) {
            energy += Math.abs(kwh);
        }
        double price = site.wear();
        for (double buy : exchange.buy()) {
            price = Math.max(price, Math.abs(buy));
        }
        double peak = Loads.peakKw(site, Loads.of(site, start));
        double peakCost = FIRST * Math.max(1e-3, price * energy) / Math.max(1e-3, peak);
        return new Goal(exchange, peakCost, peakCost / FIRST);
    }

    boolean seeksPeak() {
        return peakCost > 0;
    }

    /** Whether what is proven is not all that is wanted. */
    boolean hasSecond() {
        return peakCost > 0 && precision != 1;
    }

    /** At these prices vehicles' answers prove a bound. */
    Exchange proving() {
        return seeksPeak() ? Exchange.free(exchange.buy().length) : exchange;
    }

    SiteCase proving(SiteCase site) {
        return seeksPeak() ? site.withWear(0) : site;
    }

    /** What all vehicles together may draw in a slot; beside a peak of 0 where that is the goal. */
    double mostKwh(SiteCase site, int slot) {
        return seeksPeak() ? -site.site().netKw(slot) * site.horizon().slotHours() : site.upperKwh(slot);
    }

    /** Whether prices on high load may weigh so much in all: a kW of the peak is worth 1. */
    boolean allows(double weight) {
        return !seeksPeak() || weight <= 1 + 1e-9;
    }

    /** The site, with its highest load as high as a plan's where that is the goal. */
    SiteCase keeping(SiteCase site, double[] kwh) {
        return seeksPeak() ? site.withCeiling(objective(site, kwh)) : site;
    }

    /** What is proven. */
    double objective(SiteCase site, double[] kwh) {
        return seeksPeak() ? Loads.peakKw(site, Loads.of(site, kwh)) : cost(site, kwh);
    }

    /** All that is wanted, in what the program counts. */
    double merit(SiteCase site, double[] kwh) {
        return seeksPeak() ? peakCost * objective(site, kwh) + cost(site, kwh) : cost(site, kwh);
    }

    private double cost(SiteCase site, double[] kwh) {
        double sum = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            sum += exchange.money(site, stay, kwh) + Wear.of(site, stay, kwh);
        }
        return sum;
    }
}
