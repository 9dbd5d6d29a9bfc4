package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cheapest way to charge where a slot costs all the same and its price rises with its load: slots are opened from the
 * cheapest piece on, and each time as much is sent as can be. What slots can take together is a polymatroid, so being greedy
 * is exact.
 */
final class CheapestFlow {

    /** A part of what a slot takes, and what a kWh of it costs. */
    record Piece(int slot, double price, double kwh) {}

    private final SiteCase site;
    private final SlotFlow flow;
    private final List<Piece> pieces;
    private final double[] level;

    private CheapestFlow(SiteCase site, List<Piece> pieces) {
        this.site = site;
        this.flow = new SlotFlow(site);
        this.pieces = pieces.stream()
                .sorted(Comparator.comparingDouble(Piece::price).thenComparingInt(Piece::slot))
                .toList();
        this.level = new double[site.slots()];
    }

    /** Flows in kWh by place, and what a further kWh in each slot is worth: prices at which nobody would do otherwise. */
    record Answer(double[] kwh, double[] level) {}

    static Answer fill(SiteCase site, long[] granted, List<Piece> pieces) {
        CheapestFlow cheapest = new CheapestFlow(site, pieces);
        cheapest.solve(granted);
        cheapest.worth();
        return new Answer(cheapest.flow.kwh(), cheapest.level);
    }

    /** A slot's only piece, up to the limit. */
    static List<Piece> pieces(SiteCase site, double[] price) {
        List<Piece> pieces = new ArrayList<>(price.length);
        double[] upper = upper(site);
        for (int slot = 0; slot < price.length; slot++) {
            pieces.add(new Piece(slot, price[slot], upper[slot]));
        }
        return pieces;
    }

    /** What slots take: the limit, or all that vehicles can draw there. */
    static double[] upper(SiteCase site) {
        double[] upper = new double[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                upper[site.slot(stay, place)] += site.mostKwh(place);
            }
        }
        for (int slot = 0; slot < upper.length; slot++) {
            upper[slot] = Math.max(0, Math.min(upper[slot], site.upperKwh(slot)));
        }
        return upper;
    }

    private void solve(long[] granted) {
        int[] all = IntStream.range(0, site.count()).toArray();
        for (int stay : all) {
            flow.supply[stay] = Math.max(granted[stay], room(stay, granted));
        }
        boolean isIdleOpen = false;
        for (int i = 0; i < pieces.size(); i++) {
            if (!isIdleOpen && pieces.get(i).price >= 0) {
                openIdle(granted);
                flow.send(all, 0);
                isIdleOpen = true;
            }
            Piece piece = pieces.get(i);
            flow.room[piece.slot] += Nano.down(piece.kwh);
            if (i + 1 == pieces.size() || pieces.get(i + 1).price != piece.price) {
                flow.send(all, 0);
            }
        }
        if (!isIdleOpen) {
            openIdle(granted);
            flow.send(all, 0);
        }
    }

    /** Where a need can't be met there is no room beyond it. */
    private long room(int stay, long[] granted) {
        boolean isCut = granted[stay] < Nano.near(site.needKwh(stay)) - 1;
        return isCut ? granted[stay] : Nano.down(site.roomKwh(stay));
    }

    private void openIdle(long[] granted) {
        for (int stay = 0; stay < site.count(); stay++) {
            flow.idle[stay] = Math.max(0, room(stay, granted) - granted[stay]);
        }
    }

    /** What a further kWh costs where it would end up: the slot itself, or the cheapest to which somebody can make way. */
    private void worth() {
        Arrays.fill(level, Double.NaN);
        flow.forgetMarks();
        double[] filled = new double[site.slots()];
        double[] load = new double[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                load[site.slot(stay, place)] += Nano.kwh(flow.flow[place]);
            }
        }
        boolean isIdleMarked = false;
        for (Piece piece : pieces) {
            if (!isIdleMarked && piece.price >= 0) {
                markIdle();
                isIdleMarked = true;
            }
            filled[piece.slot] += piece.kwh;
            if (load[piece.slot] < filled[piece.slot] - 1e-6) {
                flow.mark(piece.slot, piece.price, level);
            }
        }
        if (!isIdleMarked) {
            markIdle();
        }
        double dearest = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).price;
        for (int slot = 0; slot < level.length; slot++) {
            level[slot] = Double.isNaN(level[slot]) ? dearest : level[slot];
        }
    }

    private void markIdle() {
        for (int stay = 0; stay < site.count(); stay++) {
            if (flow.idle[stay] > 0) {
                flow.markIdle(stay, level);
            }
        }
    }
}
