package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;

/** What each stay has to decide in a linear program of its site: what it must draw, what it may, and who has nothing to choose. */
final class Choices {
    /** In kWh, less than counts as unmet. */
    static final double SLACK = 2e-7;

    private final SiteCase site;
    private final double[] wanted;
    private final Exchange exchange;
    private final boolean isPaidToCharge;
    private final boolean[] isOpen;
    private final double[] fixed;

    Choices(SiteCase site, double[] wanted, Exchange exchange) {
        this.site = site;
        this.wanted = wanted;
        this.exchange = exchange;
        this.isPaidToCharge = exchange.isPaidToCharge();
        this.isOpen = new boolean[site.count()];
        this.fixed = new double[site.places()];
        for (int stay = 0; stay < site.count(); stay++) {
            fix(stay);
        }
    }

    /** Who needs all that can be had draws it; who needs nothing and only charges rests. */
    private void fix(int stay) {
        boolean isAbove = site.arrivalKwh(stay) > site.highKwh(stay);
        boolean rests = !exchanges(stay) && need(stay) <= SLACK && beyond(stay) <= SLACK;
        boolean needsAll = need(stay) >= possible(stay) - SLACK;
        isOpen[stay] = !isAbove && !rests && !needsAll;
        for (int place = site.begin(stay); place < site.begin(stay + 1) && needsAll && !isAbove; place++) {
            fixed[place] = site.mostKwh(place);
        }
    }

    boolean isOpen(int stay) {
        return isOpen[stay];
    }

    /** What those without a choice draw, by place. */
    double[] fixed() {
        return fixed;
    }

    /** The paths of who arrives outside the band are no convex set: below it, it only charges, above it nothing flows. */
    boolean exchanges(int stay) {
        return site.gives(stay)
                && site.arrivalKwh(stay) >= site.lowKwh(stay)
                && site.arrivalKwh(stay) <= site.highKwh(stay);
    }

    double need(int stay) {
        return Math.max(0, wanted[stay] - site.arrivalKwh(stay)) / site.efficiency(stay);
    }

    /** What may be drawn beyond the need, where that could pay. */
    double beyond(int stay) {
        return isPaidToCharge ? Math.max(0, site.roomKwh(stay) - need(stay)) : 0;
    }

    double possible(int stay) {
        double sum = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            sum += site.mostKwh(place);
        }
        return sum;
    }

    /** The most that may be given back in a place. */
    double back(int stay, int place) {
        return exchange.gives()[site.slot(stay, place)] ? site.mostBackKwh(stay, place) : 0;
    }

    Limits.Reach reach() {
        double[] drawn = Loads.of(site, fixed);
        double[] most = new double[site.slots()];
        double[] least = new double[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1) && isOpen[stay]; place++) {
                int slot = site.slot(stay, place);
                most[slot] += site.mostKwh(place);
                least[slot] -= exchanges(stay) ? back(stay, place) : 0;
            }
        }
        return new Limits.Reach(drawn, most, least);
    }
}
