package io.chargelake.jobs.fleet;

import io.chargelake.energy.study.Kpi;
import io.chargelake.energy.study.Totals;
import io.chargelake.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Strategies side by side, for a person. */
final class Comparison {
    private static final double PERCENT = 100;

    private final Setup setup;
    private final Map<String, Totals> totals;

    Comparison(Setup setup, Map<String, Totals> totals) {
        this.setup = setup;
        this.totals = totals;
    }

    String told() {
        boolean paysBack = setup.spending().investment() > 0;
        boolean isLive = setup.every() > 0;
        String currency = setup.currency();
        List<String> header = new ArrayList<>(List.of(
                "strategy",
                "cost " + currency,
                "saved %",
                "peak kW",
                "valley kW",
                "own sun %",
                "unmet kWh",
                "V2G " + currency,
                "wear " + currency,
                "worst gap %",
                "gaps > 0.1 %"));
        if (paysBack) {
            header.add("months to pay back");
        }
        if (isLive) {
            header.add("regret %");
        }
        TextTable table = new TextTable(header);
        for (String strategy : setup.strategies()) {
            if (totals.containsKey(strategy)) {
                table.add(row(strategy, paysBack, isLive));
            }
        }
        return table.render()
                + "Saved: against uncontrolled charging of the same vehicles with as much energy delivered. Peak and valley: of all sites together.\nGap: by which a better plan could beat this one at most, of the worst site, and sites where it is wide; bounds do not know how direct current tapers.\n";
    }

    private List<String> row(String strategy, boolean paysBack, boolean isLive) {
        Map<String, Double> kpis = totals.get(strategy).kpis(setup.currency(), setup.spending()).stream()
                .collect(Collectors.toMap(Kpi::name, Kpi::value));
        Function<String, String> amount = name -> text(kpis.get(name), "%,.1f", 1);
        Function<String, String> percent = name -> text(kpis.get(name), "%.2f", PERCENT);
        List<String> row = new ArrayList<>(List.of(
                strategy,
                amount.apply("cost"),
                percent.apply("saving_share"),
                amount.apply("peak"),
                amount.apply("valley"),
                percent.apply("renewable_share"),
                amount.apply("unmet"),
                amount.apply("v2g_revenue"),
                amount.apply("v2g_wear"),
                percent.apply("worst_gap"),
                text(kpis.get("wide_gaps"), "%,.0f", 1)));
        if (paysBack) {
            double months = kpis.get("months_to_pay_back");
            row.add(Double.isInfinite(months) ? "never" : text(months, "%,.1f", 1));
        }
        if (isLive) {
            row.add(percent.apply("regret_share"));
        }
        return row;
    }

    private static String text(double value, String format, double times) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        String text = String.format(Locale.ROOT, format, value * times);
        return text.matches("-0[.]0+") ? text.substring(1) : text;
    }
}
