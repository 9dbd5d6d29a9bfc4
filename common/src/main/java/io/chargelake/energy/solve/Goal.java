package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.Arrays;

/**
 * What a site whose vehicles share limits wants least. A highest load of 0 is as good as less.
 *
 * @param exchange what energy costs
 * @param peakCost what a kW of the highest load costs; 0 where it is no matter
 */
record Goal(Kind kind, Exchange exchange, double peakCost) {
    /** How much more the highest load counts than all energy: so much that trading one for the other can't be told by the proof. */
    private static final double FIRST = 2_000;

    private static final double NOTHING = 1e-3;

    /** Cost, wear included; or the highest load; or that load and then cost. */
    enum Kind {
        COST,
        PEAK,
        PEAK_THEN_COST
    }

    static Goal cost(Exchange exchange) {
        return new Goal(Kind.COST, exchange, 0);
    }

    static Goal peak(int slots) {
        return new Goal(Kind.PEAK, Exchange.free(slots), 1);
    }

    /** @param start a plan, by which it is told how much energy there is */
    static Goal peakThenCost(SiteCase site, Exchange exchange, double[] start) {
        double energy = Arrays.stream(start).map(Math::abs).sum();
        double price = Math.max(
                site.wear(), Arrays.stream(exchange.buy()).map(Math::abs).max().orElse(0));
        double peak = Loads.peakKw(site, Loads.of(site, start));
        double peakCost = FIRST * Math.max(NOTHING, price * energy) / Math.max(NOTHING, peak);
        return new Goal(Kind.PEAK_THEN_COST, exchange, peakCost);
    }

    boolean seeksPeak() {
        return kind != Kind.COST;
    }

    /** Whether something is wanted beyond what is proven. */
    boolean hasSecond() {
        return kind == Kind.PEAK_THEN_COST;
    }

    /** What a program must be right to, for each unit of what is proven: cost must be right too, beside a far greater peak. */
    double unit() {
        return switch (kind) {
            case COST -> 1;
            case PEAK -> peakCost;
            case PEAK_THEN_COST -> peakCost / FIRST;
        };
    }

    /** At these prices vehicles' answers prove a bound. */
    Exchange proving() {
        return seeksPeak() ? Exchange.free(exchange.buy().length) : exchange;
    }

    SiteCase proving(SiteCase site) {
        return seeksPeak() ? site.withWear(0) : site;
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
