package io.chargelake.jobs.fleet;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Table;
import io.chargelake.quality.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was delivered to plans, and these to the lake.
 *
 * @param maxShare of rows that may be refused
 */
record Planning(Run run, Setup setup, Delivery delivery, double maxShare) {
    private static final int MINUTE_S = 60;

    /**
     * @param partitions in which sites are planned side by side
     * @param source of the stays, as the quarantine names it
     */
    void publish(int partitions, String source) {
        FleetTables tables = FleetTables.of(run);
        Answer answer = FleetRows.sorted(delivery.rows(), partitions)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new PlanTask(setup, tables))
                .fold(Answer.nothing(), Answer::plus);
        requireFew(answer);
        RefusedStays.quarantine(run, source, answer.refused());
        run.replace(withTotals(tables, answer));
        account(answer);
        run.say(String.format(
                Locale.ROOT,
                "%,d stays at %,d sites, %s to %s in slots of %d min.%n%n%s",
                answer.planned(),
                answer.sites(),
                Instant.ofEpochSecond(setup.horizon().startS()),
                Instant.ofEpochSecond(setup.horizon().endS()),
                setup.horizon().stepS() / MINUTE_S,
                new Comparison(setup, answer.totals()).told()));
    }

    private void requireFew(Answer answer) {
        long refused = delivery.quarantined() + answer.refused().size();
        if (refused > maxShare * delivery.read()) {
            throw UserError.quality(String.format(
                    Locale.ROOT,
                    "Cannot publish these plans: %,d of %,d rows would be refused (%s; at most %.1f %% are allowed, --max-quarantined or limits.max_quarantined_share)",
                    refused,
                    delivery.read(),
                    counts(answer).entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")),
                    100 * maxShare));
        }
    }

    private static Map<String, Long> counts(Answer answer) {
        return answer.refused().stream()
                .map(RefusedStay::code)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void account(Answer answer) {
        counts(answer).forEach((code, count) -> run.find(new Finding(code, Severity.QUARANTINE.code(), count)));
        run.find(FleetRules.REPEATED_SITE, answer.repeatedSites());
        run.find(FleetRules.MISSING_SLOTS, answer.missingSlots());
        long refused = delivery.quarantined() + answer.refused().size();
        run.account(new Accounting(delivery.read(), delivery.read() - refused, refused, 0));
    }

    /** The figures of all sites together are known last. */
    private Map<Table, List<NewFile>> withTotals(FleetTables tables, Answer answer) {
        PlanFiles last = new PlanFiles(setup.horizon(), tables);
        Map<Table, List<NewFile>> files = new LinkedHashMap<>();
        try {
            for (String strategy : setup.strategies()) {
                if (answer.totals().containsKey(strategy)) {
                    last.kpis(
                            strategy,
                            KpiFile.ALL,
                            KpiFile.ALL,
                            answer.totals().get(strategy).kpis(setup.currency(), setup.spending()));
                }
            }
            Map<String, List<NewFile>> all = Answer.both(answer.files(), last.finish());
            for (Table table : FleetTables.ALL) {
                files.put(table, all.getOrDefault(table.name(), List.of()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
