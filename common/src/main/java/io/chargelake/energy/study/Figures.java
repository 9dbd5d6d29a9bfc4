package io.chargelake.energy.study;

import io.chargelake.energy.replay.Money;
import io.chargelake.energy.replay.Service.Served;
import io.chargelake.energy.study.Totals.Sum;
import java.util.ArrayList;
import java.util.List;

/** What people ask of sums. */
record Figures(Totals totals, String currency, Spending spending) {
    private static final double MONTH_HOURS = 365.25 / 12 * 24;
    private static final String KWH = "kWh";
    private static final String KW = "kW";
    private static final String SHARE = "share";

    List<Kpi> all() {
        List<Kpi> kpis = new ArrayList<>();
        kpis.addAll(service());
        kpis.addAll(energy());
        kpis.addAll(money());
        if (spending.investment() > 0) {
            kpis.add(payBack());
        }
        if (totals.hasHindsight()) {
            kpis.addAll(regret());
        }
        kpis.addAll(load());
        kpis.add(new Kpi("worst_gap", totals.worstGap(), SHARE));
        kpis.add(new Kpi("wide_gaps", sum(Sum.WIDE_GAPS), ""));
        kpis.add(new Kpi("breaches", sum(Sum.BREACHES), ""));
        return kpis;
    }

    private List<Kpi> service() {
        Served served = new Served((int) sum(Sum.SERVED), sum(Sum.SERVED_SUM), sum(Sum.SERVED_SQUARES));
        return List.of(
                new Kpi("vehicles", sum(Sum.VEHICLES), ""),
                new Kpi("stays", sum(Sum.STAYS), ""),
                new Kpi("unmet", sum(Sum.UNMET), KWH),
                new Kpi("unmet_vehicles", sum(Sum.UNMET_VEHICLES), ""),
                new Kpi("fairness", served.fairness(), SHARE),
                new Kpi("charger_use", ratio(Sum.MOVED, Sum.POSSIBLE), SHARE),
                new Kpi("connected_share", sum(Sum.CONNECTED_HOURS) / (sum(Sum.VEHICLES) * totals.hours()), SHARE),
                new Kpi("soc_departure_mean", totals.meanSoc(), SHARE),
                new Kpi("soc_departure_p05", totals.socPercentile(5), SHARE),
                new Kpi("soc_departure_p50", totals.socPercentile(50), SHARE),
                new Kpi("soc_departure_p95", totals.socPercentile(95), SHARE));
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

    private List<Kpi> money() {
        double uncontrolled = sum(Sum.UNCONTROLLED_COST);
        double share = uncontrolled == 0 ? Double.NaN : totals.saving() / Math.abs(uncontrolled);
        double net = sum(Sum.REVENUE) - sum(Sum.WEAR) - sum(Sum.RECHARGE);
        return List.of(
                new Kpi("cost", totals.cost(), currency),
                new Kpi("cost_uncontrolled", uncontrolled, currency),
                new Kpi("saving", totals.saving(), currency),
                new Kpi("saving_share", share, SHARE),
                new Kpi("demand_charge", sum(Sum.DEMAND), currency),
                new Kpi("v2g_revenue", sum(Sum.REVENUE), currency),
                new Kpi("v2g_wear", sum(Sum.WEAR), currency),
                new Kpi("v2g_net", net, currency));
    }

    /** What wears is part of the cost, and so of the saving already. */
    private Kpi payBack() {
        double months = totals.hours() / MONTH_HOURS;
        double monthly = totals.saving() / months;
        double paidBack = Money.monthsToPayBack(spending.investment(), monthly, 0, spending.running());
        return new Kpi("months_to_pay_back", paidBack, "months");
    }

    /** Who delivers less may well pay less: what is unmet stands beside it. */
    private List<Kpi> regret() {
        double hindsight = sum(Sum.HINDSIGHT_COST);
        double regret = totals.cost() - hindsight;
        return List.of(
                new Kpi("cost_hindsight", hindsight, currency),
                new Kpi("regret", regret, currency),
                new Kpi("regret_share", hindsight == 0 ? Double.NaN : regret / Math.abs(hindsight), SHARE),
                new Kpi("unmet_hindsight", sum(Sum.HINDSIGHT_UNMET), KWH));
    }

    private List<Kpi> load() {
        return List.of(
                new Kpi("peak", totals.peakKw(), KW),
                new Kpi("peak_uncontrolled", totals.uncontrolledPeakKw(), KW),
                new Kpi("valley", totals.valleyKw(), KW),
                new Kpi("valley_uncontrolled", totals.uncontrolledValleyKw(), KW),
                new Kpi("renewable_share", ratio(Sum.RENEWABLE, Sum.DRAWN_NET), SHARE),
                new Kpi("self_consumption", ratio(Sum.SUN_USED, Sum.SUN), SHARE));
    }

    private double sum(Sum of) {
        return totals.sum(of);
    }

    private double ratio(Sum part, Sum of) {
        return totals.ratio(part, of);
    }
}
