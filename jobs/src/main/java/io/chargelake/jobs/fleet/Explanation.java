package io.chargelake.jobs.fleet;

import io.chargelake.energy.Tariff;
import io.chargelake.energy.grid.Metric;
import io.chargelake.energy.strategy.Strategy;
import java.util.Locale;

/** By which formula and of what each figure is made. */
final class Explanation {

    static String of(Setup setup, Tariff tariff) {
        StringBuilder words = new StringBuilder("What strategies minimise:\n");
        for (String code : setup.strategies()) {
            Strategy strategy = Strategies.named(code);
            words.append(line(code, strategy.goal()));
        }
        words.append("\nFigures:\n").append(KPIS).append("\nPower quality:\n");
        for (Metric metric : Metric.values()) {
            words.append(line(metric.code(), metric.formula()));
        }
        return words
                + "\nInputs: tariff " + tariff.name() + " (" + tariff.currency() + ", demand charge "
                + tariff.demandCharge() + " per kW, "
                + (tariff.export().isPresent()
                        ? "export is paid"
                        : "export is not paid: what is given back saves what the site draws")
                + "); wear " + setup.wear() + " per kWh into or out of batteries that give back; "
                + setup.grid().words()
                + "\nImpedances: S_k of the site, else the u_k that IEC 60076-5 asks of its transformer, else not known.\n";
    }

    private static String line(String name, String meaning) {
        return String.format(Locale.ROOT, "%-23s %s%n", name, meaning);
    }

    private static final String KPIS =
            """
            cost             drawn x price - given back x export price + wear + demand charge x highest load
            saving           cost of uncontrolled charging of the same vehicles, each with as much energy as the plan gives it, less cost
            v2g_net          revenue - wear - drawing again what was given back (losses both ways, at the mean price paid)
            months_to_pay_back  investment / (saving a month - running cost); wear is part of the cost
            efficiency       1 - lost / (drawn + given back)
            renewable_share  of what vehicles draw, what the site's sun gives beyond the site's own need
            fairness         Jain: (sum x)^2 / (n sum x^2), x the share of its wish that a stay got
            charger_use      (drawn + given back) / what chargers could have moved while vehicles hung on them
            worst_gap        (objective - bound) / objective of the site where it is widest; bounds do not know how direct current tapers
            wide_gaps        sites where it is above 0.1 %
            regret           cost of planning anew as vehicles come, less cost with all known before
            """;

    private Explanation() {}
}
