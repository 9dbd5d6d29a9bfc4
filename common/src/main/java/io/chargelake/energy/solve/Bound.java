package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;
import java.util.List;

/**
 * What no plan that only charges can fall below, told by prices alone: at any prices, what vehicles pay at least, and what
 * slots keep at least of it. Holds whatever the prices are, so a mistake in a solver can't hide behind it.
 */
final class Bound {

    /** Where slots cost what their pieces do. */
    static double ofPieces(SiteCase site, long[] granted, List<CheapestFlow.Piece> pieces, double[] price) {
        double sum = vehicles(site, granted, price, false);
        for (CheapestFlow.Piece piece : pieces) {
            sum += Math.min(0, piece.price() - price[piece.slot()]) * piece.kwh();
        }
        return sum;
    }

    /** Where slots cost the square of their load in kW. The prices are the slopes of that at a plan. */
    static double ofSquares(SiteCase site, long[] granted, double[] vehiclesKw) {
        double hours = site.horizon().slotHours();
        double[] price = new double[site.slots()];
        double sum = 0;
        for (int slot = 0; slot < price.length; slot++) {
            double net = site.site().netKw(slot);
            price[slot] = 2 * (net + vehiclesKw[slot]) / hours;
            double kwh = vehiclesKw[slot] * hours;
            sum += (net + vehiclesKw[slot]) * (net + vehiclesKw[slot]) - price[slot] * kwh;
        }
        return sum + vehicles(site, granted, price, true);
    }

    /** Of the highest load in kW, where all slots that carry it count the same. */
    static double ofPeak(SiteCase site, long[] granted, double[] price) {
        double sum = 0;
        for (int slot = 0; slot < price.length; slot++) {
            sum += price[slot] * site.horizon().slotHours() * site.site().netKw(slot);
        }
        return Math.max(0, sum + vehicles(site, granted, price, true));
    }

    /** On load, in all slots that carry the highest the same. */
    static double[] pricesOfPeak(SiteCase site, double[] vehiclesKw) {
        double peak = 0;
        for (int slot = 0; slot < vehiclesKw.length; slot++) {
            peak = Math.max(peak, site.site().netKw(slot) + vehiclesKw[slot]);
        }
        double[] weight = new double[vehiclesKw.length];
        int highest = 0;
        for (int slot = 0; slot < weight.length; slot++) {
            weight[slot] = site.site().netKw(slot) + vehiclesKw[slot] > peak - 1e-6 ? 1 : 0;
            highest += (int) weight[slot];
        }
        for (int slot = 0; slot < weight.length; slot++) {
            weight[slot] /= Math.max(1, highest) * site.horizon().slotHours();
        }
        return weight;
    }

    private static double vehicles(SiteCase site, long[] granted, double[] price, boolean takesNoMore) {
        int[] order = SlotPrices.order(price);
        double[] scratch = new double[site.places()];
        double sum = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            double need = Nano.kwh(granted[stay]);
            boolean isCut = takesNoMore || need < site.needKwh(stay) - 1e-8;
            double room = isCut ? need : Math.max(need, site.roomKwh(stay));
            sum += CheapestSlots.fill(site, stay, need, room, price, order, scratch);
        }
        return sum;
    }

    private Bound() {}
}
