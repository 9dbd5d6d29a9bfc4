package io.chargelake.jobs.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.jobs.tables.Quarantine;
import io.chargelake.jobs.tables.Table;
import io.chargelake.quality.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;

/**
 * One delivery of raw rows, read and checked in one pass and kept beside the lake until the job has written what it makes of them.
 * Close it to give the space back.
 */
public final class Intake implements AutoCloseable {
    private final Checked rules;
    private final Dataset<Row> checked;
    private final List<Unreadable> unreadable;
    private final List<Finding> findings;
    private final long readRows;
    private final long refusedRows;

    /** One query counts everything and fills the cache: rows by the set of rules they break, of which there are few. */
    private Intake(Checked rules, Dataset<Row> checked, List<Unreadable> unreadable) {
        this.rules = rules;
        this.checked = checked;
        this.unreadable = unreadable;
        long rows = 0;
        long refused = 0;
        var quarantined = new TreeMap<String, Long>();
        var warned = new TreeMap<String, Long>();
        for (Row group : Checked.counts(checked).collectAsList()) {
            long count = group.getLong(2);
            rows += count;
            List<String> reasons = rules.reasons(group);
            refused += reasons.isEmpty() ? 0 : count;
            reasons.forEach(code -> quarantined.merge(code, count, Long::sum));
            rules.warnings(group).forEach(code -> warned.merge(code, count, Long::sum));
        }
        unreadable.forEach(file -> quarantined.merge(file.reason(), 1L, Long::sum));
        this.readRows = rows;
        this.refusedRows = refused;
        this.findings = Stream.concat(findings(quarantined, Severity.QUARANTINE), findings(warned, Severity.WARN))
                .toList();
    }

    private static Stream<Finding> findings(Map<String, Long> counts, Severity severity) {
        return counts.entrySet().stream().map(e -> new Finding(e.getKey(), severity.code(), e.getValue()));
    }

    public static Intake of(FlatFiles.Rows raw, List<Rule> rules) {
        Checked own = new Checked(rules);
        Dataset<Row> checked = raw.groups().stream()
                .map(own::rows)
                .map(rows -> rows.drop(FlatFiles.ORIGINAL, FlatFiles.CORRUPT))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        return new Intake(own, checked.persist(StorageLevel.MEMORY_AND_DISK()), raw.unreadable());
    }

    /** Rows that broke no rule of quarantine. */
    public Dataset<Row> accepted() {
        return Checked.drop(checked.where(not(Checked.isRefused())));
    }

    /** Rows read; a file that can't be read counts as one. */
    public long read() {
        return readRows + unreadable.size();
    }

    public long quarantined() {
        return refusedRows + unreadable.size();
    }

    /**
     * Notes the findings, moves what was refused to the quarantine.
     *
     * @throws UserError when more than {@code maxShare} of the rows were refused; nothing is written then
     */
    public void quarantine(Run run, Table table, double maxShare) {
        quarantine(run, table, maxShare, List.of(this));
    }

    /** The same for a delivery of several kinds of rows that are published together or not at all. */
    public static void quarantine(Run run, Table table, double maxShare, List<Intake> delivery) {
        Map<String, Finding> all = new TreeMap<>();
        delivery.stream()
                .flatMap(intake -> intake.findings.stream())
                .forEach(f -> all.merge(
                        f.severity() + " " + f.code(),
                        f,
                        (a, b) -> new Finding(a.code(), a.severity(), a.count() + b.count())));
        all.values().forEach(run::find);
        long read = delivery.stream().mapToLong(Intake::read).sum();
        long refused = delivery.stream().mapToLong(Intake::quarantined).sum();
        if (refused > maxShare * read) {
            throw UserError.quality(String.format(
                    Locale.ROOT,
                    "Cannot publish this delivery: %.1f %% of its rows would be quarantined (%d of %d: %s; at most %.1f %% are allowed, "
                            + "--max-quarantined or limits.max_quarantined_share)",
                    100.0 * refused / read,
                    refused,
                    read,
                    worst(all.values()),
                    100 * maxShare));
        }
        if (refused > 0) {
            run.merge(
                    table,
                    delivery.stream()
                            .filter(intake -> intake.quarantined() > 0)
                            .map(intake -> intake.refused(run.id()))
                            .reduce(Dataset::unionByName)
                            .orElseThrow());
        }
    }

    /** @throws UserError when there is nothing in the delivery that could be published */
    public static void requireRows(List<Intake> delivery) {
        if (delivery.stream().mapToLong(Intake::read).sum() == 0) {
            throw UserError.quality(
                    "Cannot publish this delivery: it has no rows (check --input, --from and --to; nothing was changed)");
        }
    }

    private static String worst(Collection<Finding> findings) {
        return findings.stream()
                .filter(f -> !f.severity().equals(Severity.WARN.code()))
                .sorted(Comparator.comparingLong(Finding::count).reversed())
                .limit(3)
                .map(f -> f.code() + " " + f.count())
                .collect(Collectors.joining(", "));
    }

    private Dataset<Row> refused(String runId) {
        Dataset<Row> rows = checked.where(Checked.isRefused())
                .select(
                        col(FlatFiles.SOURCE_FILE).as(Quarantine.SOURCE_FILE.name()),
                        rules.reasons().as(Quarantine.REASONS.name()),
                        col(Checked.RAW).as(Quarantine.RAW.name()));
        List<Row> files = unreadable.stream()
                .map(u -> RowFactory.create(u.file().path().toString(), new String[] {u.reason()}, u.words()))
                .toList();
        return QuarantineRows.of(rows.unionByName(rows.sparkSession().createDataFrame(files, rows.schema())), runId);
    }

    @Override
    public void close() {
        checked.unpersist();
    }
}
