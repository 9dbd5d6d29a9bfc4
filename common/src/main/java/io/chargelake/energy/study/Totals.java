package io.chargelake.energy.study;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.replay.Bill;
import io.chargelake.energy.replay.Energy;
import io.chargelake.energy.replay.Load;
import io.chargelake.energy.replay.Outcome;
import io.chargelake.energy.replay.Service;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over sites, of one or of a whole fleet alike. They are whole millionths, so that the order in which
 * sites are added changes nothing.
 */
public final class Totals implements Serializable {
    private static final double PARTS = 1e6;
    private static final int SOC_STEPS = 1_000;
    /** What is promised where vehicles share a limit. */
    private static final double WIDE = 0.001;

    /** What is added up, each a sum of its own. */
    enum Sum {
        VEHICLES,
        STAYS,
        DRAWN,
        GIVEN,
        STORED,
        LOST,
        ENERGY_COST,
        REVENUE,
        WEAR,
        DEMAND,
        RECHARGE,
        UNCONTROLLED_COST,
        UNMET,
        UNMET_VEHICLES,
        DRAWN_NET,
        RENEWABLE,
        SUN,
        SUN_USED,
        MOVED,
        POSSIBLE,
        CONNECTED_HOURS,
        SERVED,
        SERVED_SUM,
        SERVED_SQUARES,
        BREACHES,
        WIDE_GAPS,
        HINDSIGHT_COST,
        HINDSIGHT_UNMET
    }

    private final Horizon horizon;
    private final long[] sums = new long[Sum.values().length];
    private final long[] socs = new long[SOC_STEPS + 1];
    private final long[] net;
    private final long[] uncontrolledNet;
    private long worstGap;
    private boolean hasHindsight;

    public Totals(Horizon horizon) {
        this.horizon = horizon;
        this.net = new long[horizon.slots()];
        this.uncontrolledNet = new long[horizon.slots()];
    }

    public static Totals of(Study study) {
        SiteCase site = study.plan().site();
        Totals totals = new Totals(site.horizon());
        Outcome outcome = study.outcome();
        totals.add(Sum.STAYS, site.count());
        totals.add(Sum.BREACHES, outcome.breaches().size());
        totals.add(outcome.energy());
        totals.add(outcome.bill());
        totals.add(Sum.RECHARGE, recharge(study.plan(), outcome));
        totals.add(Sum.UNCONTROLLED_COST, study.uncontrolledOutcome().bill().total());
        totals.add(outcome.load());
        totals.add(outcome.service());
        outcome.departureSocs().forEach(soc -> totals.socs[(int) Math.round(soc * SOC_STEPS)]++);
        addNet(study.plan(), totals.net);
        addNet(study.uncontrolled(), totals.uncontrolledNet);
        double gap = study.plan().proof().gap();
        totals.worstGap = Double.isNaN(gap) ? 0 : Math.round(gap * PARTS);
        totals.add(Sum.WIDE_GAPS, gap > WIDE ? 1 : 0);
        return totals;
    }

    /** Notes what the same site would have cost if all had been known before. */
    public Totals withHindsight(Outcome hindsight) {
        add(Sum.HINDSIGHT_COST, hindsight.bill().total());
        add(Sum.HINDSIGHT_UNMET, hindsight.service().unmetKwh());
        hasHindsight = true;
        return this;
    }

    private void add(Energy energy) {
        add(Sum.DRAWN, energy.drawn());
        add(Sum.GIVEN, energy.given());
        add(Sum.STORED, energy.stored());
        add(Sum.LOST, energy.lost());
    }

    private void add(Bill bill) {
        add(Sum.ENERGY_COST, bill.energy());
        add(Sum.REVENUE, bill.revenue());
        add(Sum.WEAR, bill.wear());
        add(Sum.DEMAND, bill.demand());
    }

    private void add(Load load) {
        add(Sum.DRAWN_NET, load.drawnKwh());
        add(Sum.RENEWABLE, load.renewableKwh());
        add(Sum.SUN, load.sunKwh());
        add(Sum.SUN_USED, load.sunUsedKwh());
    }

    private void add(Service service) {
        add(Sum.VEHICLES, service.vehicles());
        add(Sum.UNMET, service.unmetKwh());
        add(Sum.UNMET_VEHICLES, service.unmetVehicles());
        add(Sum.MOVED, service.movedKwh());
        add(Sum.POSSIBLE, service.possibleKwh());
        add(Sum.CONNECTED_HOURS, service.connectedHours());
        add(Sum.SERVED, service.served().stays());
        add(Sum.SERVED_SUM, service.served().sum());
        add(Sum.SERVED_SQUARES, service.served().squares());
    }

    /** What it costs to draw again what was given back, both ways' losses with it, at the mean price of what was drawn. */
    private static double recharge(Plan plan, Outcome outcome) {
        SiteCase site = plan.site();
        double kwh = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            double roundTrip = site.efficiency(stay) * site.efficiency(stay);
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                kwh += Math.max(0, -plan.kwh()[place]) / roundTrip;
            }
        }
        double drawn = outcome.energy().drawn();
        return drawn > 0 ? kwh * outcome.bill().energy() / drawn : 0;
    }

    private static void addNet(Plan plan, long[] to) {
        double[] kw = plan.vehiclesKw();
        for (int slot = 0; slot < kw.length; slot++) {
            to[slot] += whole(kw[slot] + plan.site().site().netKw(slot));
        }
    }

    private void add(Sum sum, double amount) {
        sums[sum.ordinal()] += whole(amount);
    }

    private static long whole(double amount) {
        return Math.round(amount * PARTS);
    }

    /** Of the same horizon. */
    public Totals plus(Totals other) {
        Totals both = new Totals(horizon);
        addUp(both.sums, sums, other.sums);
        addUp(both.socs, socs, other.socs);
        addUp(both.net, net, other.net);
        addUp(both.uncontrolledNet, uncontrolledNet, other.uncontrolledNet);
        both.worstGap = Math.max(worstGap, other.worstGap);
        both.hasHindsight = hasHindsight || other.hasHindsight;
        return both;
    }

    private static void addUp(long[] to, long[] a, long[] b) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] + b[i];
        }
    }

    double sum(Sum of) {
        return sums[of.ordinal()] / PARTS;
    }

    /** NaN where it is of nothing. */
    double ratio(Sum part, Sum of) {
        return sums[of.ordinal()] == 0 ? Double.NaN : sum(part) / sum(of);
    }

    public double cost() {
        return sum(Sum.ENERGY_COST) - sum(Sum.REVENUE) + sum(Sum.WEAR) + sum(Sum.DEMAND);
    }

    /** Against uncontrolled charging of as much energy. */
    public double saving() {
        return sum(Sum.UNCONTROLLED_COST) - cost();
    }

    /** @param currency of the tariff */
    public List<Kpi> kpis(String currency, Spending spending) {
        return new Figures(this, currency, spending).all();
    }

    /** Of the horizon. */
    double hours() {
        return horizon.slots() * horizon.slotHours();
    }

    double peakKw() {
        return Arrays.stream(net).max().orElse(0) / PARTS;
    }

    double valleyKw() {
        return Arrays.stream(net).min().orElse(0) / PARTS;
    }

    double uncontrolledPeakKw() {
        return Arrays.stream(uncontrolledNet).max().orElse(0) / PARTS;
    }

    double uncontrolledValleyKw() {
        return Arrays.stream(uncontrolledNet).min().orElse(0) / PARTS;
    }

    double worstGap() {
        return worstGap / PARTS;
    }

    boolean hasHindsight() {
        return hasHindsight;
    }

    double meanSoc() {
        long count = Arrays.stream(socs).sum();
        long sum = 0;
        for (int step = 0; step < socs.length; step++) {
            sum += step * socs[step];
        }
        return count == 0 ? Double.NaN : sum / (double) SOC_STEPS / count;
    }

    /** By the nearest rank, to a thousandth of the battery. */
    double socPercentile(int percent) {
        long rank = (long) Math.ceil(percent / 100.0 * Arrays.stream(socs).sum());
        long seen = 0;
        for (int step = 0; step < socs.length; step++) {
            seen += socs[step];
            if (seen >= rank && seen > 0) {
                return step / (double) SOC_STEPS;
            }
        }
        return Double.NaN;
    }
}
