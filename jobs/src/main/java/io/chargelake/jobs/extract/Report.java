package io.chargelake.jobs.extract;

import io.chargelake.privacy.delivery.Sheet;
import io.chargelake.text.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For who makes the delivery, never for who receives it: how much is withheld, and why. */
final class Report {
    static void print(PrintStream out, Telling telling, Sheet sheet) {
        out.printf(
                Locale.ROOT,
                "%,d cells, %s of all figures withheld%n",
                telling.cells(),
                sheet.withheldShare().toPlainString());
        var table = new TextTable(List.of("figure", "withheld cells", "of its sum", "why"));
        for (Ask ask : telling.asks()) {
            String figure = ask.figure().name();
            Map<String, Integer> withheld = telling.withheld(ask);
            String share = telling.withheldShare(ask)
                    .map(s -> String.format(Locale.ROOT, "%.2f %%", 100 * s))
                    .orElse("");
            if (withheld.isEmpty()) {
                table.add(List.of(figure, "0", share, ""));
            }
            withheld.forEach((why, cells) -> table.add(List.of(figure, cells.toString(), share, why)));
        }
        out.print(table.render());
        out.flush();
    }

    /** Of a noisy delivery: how far off its figures are. */
    static void print(PrintStream out, Noised.Sums sums, Spending spending, Sheet sheet) {
        var table = new TextTable(List.of("noise", "value"));
        table.add(List.of(
                "rows, none withheld",
                String.format(Locale.ROOT, "%,d", sheet.rows().size())));
        table.add(List.of(
                "standard deviation of a cell",
                String.format(
                        Locale.ROOT,
                        "%,.1f %s",
                        spending.asked().sigma(),
                        sheet.figures().get(0).unit())));
        table.add(List.of(
                "of the sum, counted within the bounds",
                String.format(Locale.ROOT, "%.2f %%", 100 * sums.keptShare())));
        table.add(List.of("takes of rho", Spending.plain(spending.asked().rhoMicros() / 1e6)));
        table.add(List.of(
                "then left of the lake's rho", Spending.plain(spending.after().leftRhoMicros() / 1e6)));
        table.add(List.of(
                "epsilon of all so far at this delta",
                String.format(
                        Locale.ROOT,
                        "%.3f",
                        spending.after().epsilon(spending.asked().delta()))));
        out.print(table.render());
        if (sums.steps().isEmpty()) {
            out.println("Attention: no record is in any of the cells, so the figures are noise alone.");
        }
        out.flush();
    }

    private Report() {}
}
