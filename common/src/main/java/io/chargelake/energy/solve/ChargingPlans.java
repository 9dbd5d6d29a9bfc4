package io.chargelake.energy.solve;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import java.util.ArrayList;
import java.util.List;

/** What strategies ask of a site: the cheapest, the flattest, the lowest plans. */
public final class ChargingPlans {
    private static final double NOTHING = 1e-9;
    private static final double ROUNDING = 1e-8;

    private ChargingPlans() {}

    /** Vehicles only charge; who is paid to charge takes what its band holds. */
    public static Plan cheapest(SiteCase site) {
        double[] price = Exchange.always(site.prices()).buy();
        double[] kwh = new double[site.places()];
        double cost = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            int[] order = site.prices().cheapestFirst();
            cost += CheapestSlots.fill(site, stay, site.needKwh(stay), site.roomKwh(stay), price, order, kwh);
        }
        return isWithin(site, kwh)
                ? Plan.of(site, kwh, Proof.of(cost, cost))
                : cheapestOf(site, CheapestFlow.pieces(site, price));
    }

    /** Energy from the site's own panels costs what its export would bring, at most what energy costs; the rest is bought. */
    public static Plan ownSunFirst(SiteCase site) {
        List<CheapestFlow.Piece> pieces = new ArrayList<>();
        double[] upper = CheapestFlow.upper(site);
        for (int slot = 0; slot < site.slots(); slot++) {
            double sun = Math.max(0, -site.site().netKw(slot)) * site.horizon().slotHours();
            double buy = site.prices().buy(slot);
            double export = site.prices().paysExport() ? site.prices().sell(slot) : 0;
            pieces.add(new CheapestFlow.Piece(slot, Math.min(export, buy), Math.min(sun, upper[slot])));
            pieces.add(new CheapestFlow.Piece(slot, buy, Math.max(0, upper[slot] - sun)));
        }
        return cheapestOf(site, pieces);
    }

    private static Plan cheapestOf(SiteCase site, List<CheapestFlow.Piece> pieces) {
        long[] granted = FairShare.of(site);
        CheapestFlow.Answer answer = CheapestFlow.fill(site, granted, pieces);
        double cost = cost(site, answer.kwh(), pieces);
        double bound = Bound.ofPieces(site, granted, pieces, answer.level());
        return Plan.of(site, answer.kwh(), Proof.of(cost, Math.min(cost, bound)));
    }

    private static double cost(SiteCase site, double[] kwh, List<CheapestFlow.Piece> pieces) {
        double[] left = Loads.of(site, kwh);
        double cost = 0;
        for (CheapestFlow.Piece piece : pieces) {
            double part = Math.min(left[piece.slot()], piece.kwh());
            left[piece.slot()] -= part;
            cost += part * piece.price();
        }
        return cost;
    }

    /** Vehicles only charge, and take just what they want. */
    public static Plan flattest(SiteCase site) {
        long[] granted = FairShare.of(site);
        double[] kwh = LeastSquares.fill(site, granted);
        Plan plan = Plan.of(site, kwh, Proof.none(0));
        double[] load = plan.vehiclesKw();
        double squares = LeastSquares.of(site, load);
        return Plan.of(site, kwh, Proof.of(squares, Math.min(squares, Bound.ofSquares(site, granted, load))));
    }

    /** The lowest highest load, with vehicles that give back what these can lower further; then the cheapest below it. */
    public static Plan lowestPeak(SiteCase site) {
        long[] granted = FairShare.of(site);
        double[] flat = LeastSquares.fill(site, granted);
        Plan plan = Plan.of(site, flat, Proof.none(0));
        double[] price = Bound.pricesOfPeak(site, plan.vehiclesKw());
        if (givesAny(site)) {
            return lowestPeak(site, wanted(site, granted), flat, LoadPrices.onPeak(price));
        }
        double peak = Loads.peakKw(site, Loads.of(site, flat));
        double bound = Bound.ofPeak(site, granted, price);
        List<CheapestFlow.Piece> pieces = CheapestFlow.pieces(
                below(site, flat), Exchange.always(site.prices()).buy());
        Plan cheapest = cheapestOf(below(site, flat), pieces);
        return Plan.of(site, cheapest.kwh(), Proof.of(peak, Math.min(peak, bound)));
    }

    /** Both goals at once; should that not be proven, one after the other. */
    private static Plan lowestPeak(SiteCase site, double[] wanted, double[] flat, LoadPrices prices) {
        Exchange exchange = Exchange.always(site.prices());
        Goal both = Goal.peakThenCost(site, exchange, flat);
        Coupled.Solved solved = Coupled.solve(site, wanted, both, flat, prices);
        if (solved.isProven()) {
            return Plan.of(site, solved.kwh(), solved.proof());
        }
        Coupled.Solved lowest = Coupled.solve(site.withWear(0), wanted, Goal.peak(site.slots()), solved.kwh(), prices);
        SiteCase below = below(site, lowest.kwh());
        double[] cheapest = Coupled.solve(
                        below, wanted, Goal.cost(exchange), lowest.kwh(), LoadPrices.none(site.slots()))
                .kwh();
        return Plan.of(site, cheapest, lowest.proof());
    }

    private static SiteCase below(SiteCase site, double[] kwh) {
        return site.withCeiling(Loads.peakKw(site, Loads.of(site, kwh)) + ROUNDING);
    }

    /** Vehicles that can also give back where the exchange lets them. */
    public static Plan bestExchange(SiteCase site, Exchange exchange) {
        if (!givesAny(site)) {
            return cheapest(site);
        }
        Modes modes = new Modes(site.slots());
        double[] kwh = new double[site.places()];
        double cost = 0;
        double bound = 0;
        int[] order = site.prices().cheapestFirst();
        for (int stay = 0; stay < site.count(); stay++) {
            if (site.gives(stay)) {
                cost += modes.solve(site, stay, site.targetKwh(stay), exchange, kwh);
                bound += modes.bound();
            } else {
                double paid = CheapestSlots.fill(
                        site, stay, site.needKwh(stay), site.roomKwh(stay), exchange.buy(), order, kwh);
                cost += paid;
                bound += paid;
            }
        }
        if (isWithin(site, kwh)) {
            return Plan.of(site, kwh, Proof.of(cost, Math.min(cost, bound)));
        }
        long[] granted = FairShare.of(site);
        CheapestFlow.Answer start = CheapestFlow.fill(site, granted, CheapestFlow.pieces(site, exchange.buy()));
        LoadPrices prices = LoadPrices.onLimits(onLoad(start.level(), exchange.buy()));
        Coupled.Solved solved = Coupled.solve(site, wanted(site, granted), Goal.cost(exchange), start.kwh(), prices);
        return Plan.of(site, solved.kwh(), solved.proof());
    }

    private static double[] onLoad(double[] level, double[] price) {
        double[] onLoad = new double[price.length];
        for (int slot = 0; slot < price.length; slot++) {
            onLoad[slot] = Math.max(0, level[slot] - price[slot]);
        }
        return onLoad;
    }

    /** What a share of the site leaves in the battery; what is there already may be given away down to the target. */
    private static double[] wanted(SiteCase site, long[] granted) {
        double[] wanted = new double[site.count()];
        for (int stay = 0; stay < wanted.length; stay++) {
            double stored = site.arrivalKwh(stay) + Nano.kwh(granted[stay]) * site.efficiency(stay);
            wanted[stay] = granted[stay] == 0 ? Math.min(site.targetKwh(stay), stored) : stored;
        }
        return wanted;
    }

    private static boolean givesAny(SiteCase site) {
        for (int stay = 0; stay < site.count(); stay++) {
            if (site.gives(stay)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(SiteCase site, double[] kwh) {
        double[] load = Loads.of(site, kwh);
        for (int slot = 0; slot < load.length; slot++) {
            if (load[slot] > site.upperKwh(slot) + NOTHING || load[slot] < site.lowerKwh(slot) - NOTHING) {
                return false;
            }
        }
        return true;
    }
}
