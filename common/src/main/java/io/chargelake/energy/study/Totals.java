package io.chargelake.energy.study;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.replay.Bill;
import io.chargelake.energy.replay.Energy;
import io.chargelake.energy.replay.Load;
import io.chargelake.energy.replay.Money;
import io.chargelake.energy.replay.Outcome;
import io.chargelake.energy.replay.Service;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over sites, from which figures of one site and of a whole fleet are made alike. They are whole millionths, so that the order in which
 * sites are added changes nothing.
 */
public final class Totals implements Serializable {
    private static final double PARTS = 1e6;
    private static final int SOC_STEPS = 1_000;
    private static final double MONTH_HOURS = 365.25 / 12 * 24;
    /** What is promised where vehicles share a limit. */
    private static final double WIDE = 0.001;

    private static final String KWH = "kWh";
    private static final String KW = "kW";
    private static final String SHARE = "share";

    /** What is added up, each a sum of its own. */
    private enum Sum {
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

    private double sum(Sum of) {
        return sums[of.ordinal()] / PARTS;
    }

    private double ratio(Sum part, Sum of) {
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
        List<Kpi> kpis = new ArrayList<>();
        kpis.addAll(service());
        kpis.addAll(energy());
        kpis.addAll(money(currency));
        if (spending.investment() > 0) {
            kpis.add(payBack(spending));
        }
        if (hasHindsight) {
            kpis.addAll(regret(currency));
        }
        kpis.addAll(load());
        kpis.add(new Kpi("worst_gap", worstGap / PARTS, SHARE));
        kpis.add(new Kpi("wide_gaps", sum(Sum.WIDE_GAPS), ""));
        kpis.add(new Kpi("breaches", sum(Sum.BREACHES), ""));
        return kpis;
    }

    private List<Kpi> service() {
        double hours = horizon.slots() * horizon.slotHours();
        double squares = sum(Sum.SERVED_SQUARES);
        double fairness = squares > 0 ? sum(Sum.SERVED_SUM) * sum(Sum.SERVED_SUM) / (sum(Sum.SERVED) * squares) : 1;
        return List.of(
                new Kpi("vehicles", sum(Sum.VEHICLES), ""),
                new Kpi("stays", sum(Sum.STAYS), ""),
                new Kpi("unmet", sum(Sum.UNMET), KWH),
                new Kpi("unmet_vehicles", sum(Sum.UNMET_VEHICLES), ""),
                new Kpi("fairness", fairness, SHARE),
                new Kpi("charger_use", ratio(Sum.MOVED, Sum.POSSIBLE), SHARE),
                new Kpi("connected_share", sum(Sum.CONNECTED_HOURS) / (sum(Sum.VEHICLES) * hours), SHARE),
                new Kpi("soc_departure_mean", meanSoc(), SHARE),
                new Kpi("soc_departure_p05", socPercentile(5), SHARE),
                new Kpi("soc_departure_p50", socPercentile(50), SHARE),
                new Kpi("soc_departure_p95", socPercentile(95), SHARE));
    }

    private List<Kpi> energy() {
        double lostShare = ratio(Sum.LOST, Sum.MOVED);
        return List.of(
                new Kpi("energy_drawn", sum(Sum.DRAWN), KWH),
                new Kpi("energy_given_back", sum(Sum.GIVEN), KWH),
                new Kpi("energy_stored", sum(Sum.STORED), KWH),
                new Kpi("energy_lost", sum(Sum.LOST), KWH),
                new Kpi("efficiency", 1 - lostShare, SHARE));
    }

    private List<Kpi> money(String currency) {
        double uncontrolled = sum(Sum.UNCONTROLLED_COST);
        double share = uncontrolled == 0 ? Double.NaN : saving() / Math.abs(uncontrolled);
        double net = sum(Sum.REVENUE) - sum(Sum.WEAR) - sum(Sum.RECHARGE);
        return List.of(
                new Kpi("cost", cost(), currency),
                new Kpi("cost_uncontrolled", uncontrolled, currency),
                new Kpi("saving", saving(), currency),
                new Kpi("saving_share", share, SHARE),
                new Kpi("demand_charge", sum(Sum.DEMAND), currency),
                new Kpi("v2g_revenue", sum(Sum.REVENUE), currency),
                new Kpi("v2g_wear", sum(Sum.WEAR), currency),
                new Kpi("v2g_net", net, currency));
    }

    /** What wears is part of the cost, and so of the saving already. */
    private Kpi payBack(Spending spending) {
        double months = horizon.slots() * horizon.slotHours() / MONTH_HOURS;
        double monthly = saving() / months;
        double paidBack = Money.monthsToPayBack(spending.investment(), monthly, 0, spending.running());
        return new Kpi("months_to_pay_back", paidBack, "months");
    }

    /** Who delivers less may well pay less: what is unmet stands beside it. */
    private List<Kpi> regret(String currency) {
        double hindsight = sum(Sum.HINDSIGHT_COST);
        double regret = cost() - hindsight;
        return List.of(
                new Kpi("cost_hindsight", hindsight, currency),
                new Kpi("regret", regret, currency),
                new Kpi("regret_share", hindsight == 0 ? Double.NaN : regret / Math.abs(hindsight), SHARE),
                new Kpi("unmet_hindsight", sum(Sum.HINDSIGHT_UNMET), KWH));
    }

    private List<Kpi> load() {
        return List.of(
                new Kpi("peak", Arrays.stream(net).max().orElse(0) / PARTS, KW),
                new Kpi(
                        "peak_uncontrolled",
                        Arrays.stream(uncontrolledNet).max().orElse(0) / PARTS,
                        KW),
                new Kpi("valley", Arrays.stream(net).min().orElse(0) / PARTS, KW),
                new Kpi(
                        "valley_uncontrolled",
                        Arrays.stream(uncontrolledNet).min().orElse(0) / PARTS,
                        KW),
                new Kpi("renewable_share", ratio(Sum.RENEWABLE, Sum.DRAWN_NET), SHARE),
                new Kpi("self_consumption", ratio(Sum.SUN_USED, Sum.SUN), SHARE));
    }

    private double meanSoc() {
        long count = Arrays.stream(socs).sum();
        long sum = 0;
        for (int step = 0; step < socs.length; step++) {
            sum += step * socs[step];
        }
        return count == 0 ? Double.NaN : sum / (double) SOC_STEPS / count;
    }

    /** By the nearest rank, to a thousandth of the battery. */
    private double socPercentile(int percent) {
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
