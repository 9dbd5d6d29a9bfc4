package io.chargelake.energy.solve;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;

/**
 * Plans each stay anew beside all others as they are, one after the other, each exactly: what was almost right is right after it,
 * and no plan gets dearer. A stay without which a limit would be broken keeps what it does there.
 */
final class InTurn {
    private static final double ROUNDING = 1e-9;
    private static final double NOTHING = 1e-12;
    /** In kWh: so little is only charged or given back where it is needed. From within, nothing is ever quite nothing. */
    static final double CRUMB = 1e-4;

    private final SiteCase site;
    private final double[] wanted;
    private final Exchange exchange;
    private final Modes modes;
    private final int[] order;
    private final double[] kwh;
    private final double[] load;
    private final double[] before;
    private final double[] room;
    private final double[] spare;

    private InTurn(SiteCase site, double[] wanted, Exchange exchange, Modes modes, double[] kwh) {
        this.site = site;
        this.wanted = wanted;
        this.exchange = exchange;
        this.modes = modes;
        this.order = SlotPrices.order(exchange.buy());
        this.kwh = kwh;
        this.load = Loads.of(site, kwh);
        this.before = new double[site.slots()];
        this.room = new double[site.slots()];
        this.spare = new double[site.slots()];
    }

    /** @param kwh a plan within all limits, which is changed */
    static void improve(SiteCase site, double[] wanted, Exchange exchange, Modes modes, double[] kwh) {
        InTurn turn = new InTurn(site, wanted, exchange, modes, kwh);
        for (int stay = 0; stay < site.count(); stay++) {
            turn.improve(stay);
        }
    }

    private void improve(int stay) {
        int begin = site.begin(stay);
        int count = site.begin(stay + 1) - begin;
        boolean isNeeded = false;
        for (int i = 0; i < count; i++) {
            int slot = site.slot(stay, begin + i);
            double others = load[slot] - kwh[begin + i];
            before[i] = kwh[begin + i];
            room[i] = site.upperKwh(slot) - others;
            spare[i] = others - site.lowerKwh(slot);
            isNeeded |= room[i] < -ROUNDING || spare[i] < -ROUNDING;
        }
        if (site.gives(stay)) {
            exchange(stay, isNeeded);
        } else {
            charge(stay);
        }
        for (int i = 0; i < count; i++) {
            load[site.slot(stay, begin + i)] += kwh[begin + i] - before[i];
        }
    }

    private void exchange(int stay, boolean isNeeded) {
        if (isNeeded) {
            return;
        }
        forget(room, stay);
        forget(spare, stay);
        double was = cost(stay);
        double had = stored(stay);
        modes.within(site, stay, wanted[stay], exchange, room, spare, kwh);
        boolean isFuller = had < wanted[stay] - ROUNDING && stored(stay) > had + ROUNDING;
        boolean isWorse = cost(stay) > was + ROUNDING || stored(stay) < Math.min(had, wanted[stay]) - ROUNDING;
        if (isWorse && !isFuller) {
            System.arraycopy(before, 0, kwh, site.begin(stay), site.begin(stay + 1) - site.begin(stay));
        }
    }

    private void forget(double[] possible, int stay) {
        for (int i = 0; i < site.begin(stay + 1) - site.begin(stay); i++) {
            possible[i] = possible[i] < CRUMB ? 0 : possible[i];
        }
    }

    private double cost(int stay) {
        return exchange.money(site, stay, kwh) + Wear.of(site, stay, kwh);
    }

    private double stored(int stay) {
        return Plan.storedKwh(site, stay, kwh);
    }

    /** First what others rely on, then the cheapest. */
    private void charge(int stay) {
        double taken = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            int i = place - site.begin(stay);
            kwh[place] = -spare[i] < NOTHING ? 0 : Math.min(before[i], -spare[i]);
            taken += kwh[place];
        }
        charge(stay, NOTHING, charge(stay, CRUMB, taken));
    }

    /** @param least that is worth it */
    private double charge(int stay, double least, double already) {
        int begin = site.begin(stay);
        double need = Math.max(0, wanted[stay] - site.arrivalKwh(stay)) / site.efficiency(stay);
        double most = Math.max(need, site.roomKwh(stay));
        double taken = already;
        for (int slot : order) {
            double left = (exchange.buy()[slot] < 0 ? most : need) - taken;
            if (left <= 0) {
                return taken;
            }
            int place = begin + slot - site.firstSlot(stay);
            if (place >= begin && place < site.begin(stay + 1)) {
                double possible = Math.min(site.mostKwh(place), Math.max(before[place - begin], room[place - begin]));
                double more = possible < least ? 0 : Math.max(0, Math.min(left, possible - kwh[place]));
                kwh[place] += more;
                taken += more;
            }
        }
        return taken;
    }
}
