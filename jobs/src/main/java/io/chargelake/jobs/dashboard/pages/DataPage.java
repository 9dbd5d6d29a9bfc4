package io.chargelake.jobs.dashboard.pages;

import static io.chargelake.jobs.dashboard.pages.Field.flag;
import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.text;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.jobs.dashboard.published.Published;
import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import io.chargelake.jobs.lake.RunRecord;
import io.chargelake.jobs.tables.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What ran, how fresh tables are, what became of rows: told by the records of runs alone. */
public final class DataPage implements Page {
    private static final int MOST_RUNS = 300;
    private static final double SECOND = 1_000;

    @Override
    public String path() {
        return "data";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.values());
    }

    @Override
    public Answer answer(Snapshot snapshot, Parameters asked) {
        List<RunRecord> runs = snapshot.runs();
        return Answer.of(
                List.of(
                        Sheet.of(
                                        "runs",
                                        runs.stream()
                                                .limit(MOST_RUNS)
                                                .map(DataPage::run)
                                                .toList(),
                                        text("job"),
                                        text("run_id"),
                                        time("started"),
                                        time("ended"),
                                        number("seconds", "s"),
                                        text("status"),
                                        number("read", "rows"),
                                        number("accepted", "rows"),
                                        number("quarantined", "rows"),
                                        number("deduplicated", "rows"),
                                        text("code_version"))
                                .by("the last " + MOST_RUNS + " run records; seconds = ended - started"),
                        Sheet.of(
                                "freshness",
                                freshness(snapshot),
                                text("table"),
                                text("version"),
                                time("as_of"),
                                text("job"),
                                text("layer")),
                        Sheet.of(
                                        "accounting",
                                        accounting(runs),
                                        text("job"),
                                        number("runs"),
                                        number("failed"),
                                        number("read", "rows"),
                                        number("accepted", "rows"),
                                        number("quarantined", "rows"),
                                        number("deduplicated", "rows"),
                                        flag("closes"))
                                .by("read = accepted + quarantined + deduplicated, over all good runs of a job"),
                        Sheet.of(
                                        "findings",
                                        findings(runs),
                                        time("ended"),
                                        text("job"),
                                        text("run_id"),
                                        text("code"),
                                        text("severity"),
                                        number("count", "rows"))
                                .by("how often each rule was broken, by run"),
                        Sheet.of(
                                "versions",
                                versions(snapshot),
                                text("table"),
                                text("version"),
                                number("rows"),
                                number("files"),
                                number("bytes", "B"),
                                time("as_of"))),
                sources());
    }

    private static Object[] run(RunRecord run) {
        Duration lasted = Duration.between(Instant.parse(run.started()), Instant.parse(run.ended()));
        return new Object[] {
            run.job(),
            run.runId(),
            run.started(),
            run.ended(),
            lasted.toMillis() / SECOND,
            run.status(),
            run.read(),
            run.accepted(),
            run.quarantined(),
            run.deduplicated(),
            run.codeVersion()
        };
    }

    /** Of every table that a run has written, those that no page shows too. */
    private static List<Object[]> freshness(Snapshot snapshot) {
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(snapshot.left()).forEach((table, left) -> Tables.named(table)
                .ifPresent(declared -> rows.add(new Object[] {
                    table,
                    left.version(),
                    left.ended().toString(),
                    left.job(),
                    declared.layer().name().toLowerCase(Locale.ROOT)
                })));
        return rows;
    }

    private static List<Object[]> accounting(List<RunRecord> runs) {
        Map<String, long[]> sums = new TreeMap<>();
        for (RunRecord run : runs) {
            long[] sum = sums.computeIfAbsent(run.job(), job -> new long[6]);
            boolean isGood = run.status().equals("ok");
            sum[isGood ? 0 : 1]++;
            if (isGood) {
                sum[2] += run.read();
                sum[3] += run.accepted();
                sum[4] += run.quarantined();
                sum[5] += run.deduplicated();
            }
        }
        List<Object[]> rows = new ArrayList<>();
        sums.forEach((job, sum) -> rows.add(new Object[] {
            job, sum[0] + sum[1], sum[1], sum[2], sum[3], sum[4], sum[5], sum[2] == sum[3] + sum[4] + sum[5]
        }));
        return rows;
    }

    private static List<Object[]> findings(List<RunRecord> runs) {
        return runs.stream()
                .limit(MOST_RUNS)
                .flatMap(run -> run.findings().stream().map(finding -> new Object[] {
                    run.ended(), run.job(), run.runId(), finding.code(), finding.severity(), finding.count()
                }))
                .toList();
    }

    private static List<Object[]> versions(Snapshot snapshot) {
        List<Object[]> rows = new ArrayList<>();
        for (Source source : Source.values()) {
            snapshot.table(source).ifPresent(table -> rows.add(version(snapshot, source, table)));
        }
        return rows;
    }

    private static Object[] version(Snapshot snapshot, Source source, Published table) {
        return new Object[] {
            table.table(),
            table.version(),
            snapshot.count(source),
            (long) table.files().size(),
            table.bytes(),
            snapshot.asOf(source).map(Instant::toString).orElse(null)
        };
    }
}
