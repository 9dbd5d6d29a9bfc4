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

    private Report() {}
}
