package io.chargelake.jobs.lake;

import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Table;
import io.chargelake.quality.RuleText;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run of a job: the lake it works on, the days it was asked for, and the notes for its {@link RunRecord}. Jobs read and write
 * through it, so nothing that was read or written is missing from the record.
 */
public final class Run {

    /** What is settled before a run begins. */
    public record Context(
            String job,
            String id,
            Instant started,
            Map<String, String> arguments,
            Days days,
            Settings settings,
            URI lakeRoot) {
        public Context {
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        }
    }

    private final Context context;
    private final Optional<SparkSession> spark;
    private final Optional<Lake> lake;
    private final Storage storage;
    private final PrintStream out;
    private final List<RunRecord.Input> inputs = new ArrayList<>();
    private final List<RunRecord.Output> outputs = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Accounting accounting = Accounting.NONE;

    public Run(Context context, SparkSession spark, Optional<Lake> lake, PrintStream out) {
        this(context, Optional.of(spark), lake, Storage.of(spark, context.lakeRoot()), out);
    }

    private Run(Context context, Optional<SparkSession> spark, Optional<Lake> lake, Storage storage, PrintStream out) {
        this.context = context;
        this.spark = spark;
        this.lake = lake;
        this.storage = storage;
        this.out = out;
    }

    /** A run of plain Java: it has files, and neither a session nor a lake. */
    public static Run plain(Context context, Storage storage, PrintStream out) {
        return new Run(context, Optional.empty(), Optional.empty(), storage, out);
    }

    /** A run within this one, with notes and a record of its own. */
    public Run part(String id, Instant started) {
        var own = new Context(
                context.job(),
                id,
                started,
                context.arguments(),
                context.days(),
                context.settings(),
                context.lakeRoot());
        return new Run(own, spark, lake, storage, out);
    }

    public String id() {
        return context.id();
    }

    public Context context() {
        return context;
    }

    public Days days() {
        return context.days();
    }

    public Settings settings() {
        return context.settings();
    }

    public SparkSession spark() {
        return spark.orElseThrow(
                () -> new IllegalStateException(context.job() + " did not ask for a session (Job.access)"));
    }

    /** The storage of the lake, and of all other places. */
    public Storage storage() {
        return storage;
    }

    public Lake lake() {
        return lake.orElseThrow(
                () -> new IllegalStateException(context.job() + " did not ask for a lake (Job.access)"));
    }

    /** Where a job's answer goes; everything else a job says goes to stderr. */
    public PrintStream out() {
        return out;
    }

    /** A line for the person who waits; like all that is no answer it goes to stderr. */
    public void say(String line) {
        System.err.println(line);
    }

    /** The table's rows of the days asked for. */
    public Dataset<Row> read(Table table) {
        noteInput(table);
        Dataset<Row> rows = lake().read(table);
        return table.isByDay() && !days().isAll() ? rows.where(days().containDay()) : rows;
    }

    public Written replaceDays(Table table, Set<LocalDate> of, Dataset<Row> rows) {
        return noted(table, () -> lake().replaceDays(table, of, rows));
    }

    /** The same for several tables side by side, of data files that tasks wrote; each is a commit of its own. */
    public void replaceDays(Set<LocalDate> of, Map<Table, List<NewFile>> files) {
        commit(files, (table, its) -> lake().replaceDays(table, of, its));
    }

    /** All days of several tables. */
    public void replace(Map<Table, List<NewFile>> files) {
        commit(files, lake()::replace);
    }

    public Written merge(Table table, Dataset<Row> rows) {
        return noted(table, () -> lake().merge(table, rows));
    }

    public Written replace(Table table, Dataset<Row> rows) {
        return noted(table, () -> lake().replace(table, rows));
    }

    public Written append(Table table, Dataset<Row> rows, String inputHash) {
        return noted(table, () -> lake().append(table, rows, id(), inputHash));
    }

    public void noteInput(String path, String version, long rows) {
        inputs.add(new RunRecord.Input(path, version, rows));
    }

    /** Notes a table that is read otherwise than by {@link #read}; nothing if the lake has none. */
    public void noteInput(Table table) {
        if (lake().has(table)) {
            noteInput(table.name(), lake().version(table), -1);
        }
    }

    public void noteOutput(String name, String version, long rows) {
        outputs.add(new RunRecord.Output(name, version, rows));
    }

    public void account(Accounting rows) {
        accounting = accounting.plus(rows);
    }

    /** Notes how often a rule was broken, if it was. */
    public void find(RuleText rule, long count) {
        if (count > 0) {
            find(new Finding(rule.code(), rule.severity().code(), count));
        }
    }

    public void find(Finding finding) {
        findings.add(finding);
    }

    public Accounting accounting() {
        return accounting;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public RunRecord record(String status, Instant ended, RunRecord.Metrics metrics) {
        return new RunRecord(
                context.job(),
                context.id(),
                context.started().toString(),
                ended.toString(),
                status,
                context.arguments(),
                CodeVersion.CURRENT,
                List.copyOf(inputs),
                List.copyOf(outputs),
                accounting.read(),
                accounting.accepted(),
                accounting.quarantined(),
                accounting.deduplicated(),
                findings(),
                TzData.VERSION,
                metrics);
    }

    /** The last act of a run. */
    public void publish(RunRecord record) {
        record.write(storage, context.lakeRoot());
    }

    private void commit(Map<Table, List<NewFile>> files, BiFunction<Table, List<NewFile>, Written> how) {
        List<Supplier<Written>> commits = new ArrayList<>();
        files.forEach((table, its) -> commits.add(() -> how.apply(table, its)));
        Together.all(commits).forEach(this::note);
    }

    private void note(Written written) {
        outputs.add(new RunRecord.Output(written.table(), written.version(), written.rows()));
    }

    private Written noted(Table table, Supplier<Written> write) {
        spark().sparkContext().setJobDescription("write " + table.name());
        Written written = write.get();
        spark().sparkContext().setJobDescription(null);
        note(written);
        return written;
    }
}
