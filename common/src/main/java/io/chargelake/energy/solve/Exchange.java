package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;
import java.util.Arrays;

/** What energy costs in each slot, what it brings back, and in which slots any may be given back. */
public record Exchange(double[] buy, double[] sell, boolean[] gives) {

    public static Exchange always(SlotPrices prices) {
        Exchange exchange = atPeak(prices);
        Arrays.fill(exchange.gives, true);
        return exchange;
    }

    public static Exchange atPeak(SlotPrices prices) {
        int slots = prices.slots();
        Exchange exchange = new Exchange(new double[slots], new double[slots], new boolean[slots]);
        for (int slot = 0; slot < slots; slot++) {
            exchange.buy[slot] = prices.buy(slot);
            exchange.sell[slot] = prices.sell(slot);
            exchange.gives[slot] = prices.isPeak(slot);
        }
        return exchange;
    }

    /** Energy itself for nothing: what is left are the prices that are added. */
    public static Exchange free(int slots) {
        boolean[] gives = new boolean[slots];
        Arrays.fill(gives, true);
        return new Exchange(new double[slots], new double[slots], gives);
    }

    /** With a price on the load of each slot, which who gives back is paid. */
    Exchange plus(double[] price) {
        double[] dearer = new double[price.length];
        double[] better = new double[price.length];
        for (int slot = 0; slot < price.length; slot++) {
            dearer[slot] = buy[slot] + price[slot];
            better[slot] = sell[slot] + price[slot];
        }
        return new Exchange(dearer, better, gives);
    }

    /** Whether taking energy could pay in any slot, be it to waste it. */
    boolean isPaidToCharge() {
        for (int slot = 0; slot < buy.length; slot++) {
            if (buy[slot] < 0 || sell[slot] > buy[slot]) {
                return true;
            }
        }
        return false;
    }

    /** What a stay's flows cost, wear not counted. */
    double money(SiteCase site, int stay, double[] kwh) {
        double money = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            int slot = site.slot(stay, place);
            money += kwh[place] * (kwh[place] > 0 ? buy[slot] : sell[slot]);
        }
        return money;
    }
}
