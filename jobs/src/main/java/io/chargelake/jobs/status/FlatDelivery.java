package io.chargelake.jobs.status;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.Received;
import io.chargelake.jobs.status.document.DocumentRules;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.quality.RuleText;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Polls as flat files, and perhaps flat files of master data beside them. */
final class FlatDelivery implements Delivery {

    /** @param maxQuarantined of master data */
    record Options(Map<String, String> columns, Optional<ZoneId> zone, Optional<URI> master, double maxQuarantined) {}

    private final FlatFiles.Rows polls;
    private final Instant asOf;
    private final Set<String> newColumns;
    private final Optional<MasterFiles> master;

    private FlatDelivery(FlatFiles.Rows polls, Instant asOf, Set<String> newColumns, Optional<MasterFiles> master) {
        this.polls = polls;
        this.asOf = asOf;
        this.newColumns = newColumns;
        this.master = master;
    }

    static FlatDelivery read(Run run, List<RawFile> files, Options options) {
        FlatFiles.Rows raw = FlatFiles.read(run.spark(), files, FlatPolls.TABLE, options.columns(), options.zone());
        return new FlatDelivery(
                within(raw, run.days()),
                run.context().started(),
                newColumns(raw, options.columns()),
                options.master().map(folder -> MasterFiles.read(run, folder, options.maxQuarantined())));
    }

    @Override
    public FlatFiles.Rows polls() {
        return polls;
    }

    @Override
    public List<Rule> rules() {
        return StatusRules.ofFlatPolls(asOf, master.map(MasterFiles::orphans).orElse(List.of()));
    }

    @Override
    public List<Finding> notes() {
        RuleText rule = DocumentRules.text(DocumentRules.NEW_COLUMN);
        return newColumns.isEmpty()
                ? List.of()
                : List.of(new Finding(rule.code(), rule.severity().code(), newColumns.size()));
    }

    @Override
    public Optional<Dataset<Row>> seen(Dataset<Row> accepted) {
        return master.map(files -> Dimensions.seenByAll(files.rows(), accepted));
    }

    @Override
    public void close() {
        master.ifPresent(MasterFiles::close);
    }

    /** With days asked for, polls of other days are left in the files; those without a readable time are looked at. */
    private static FlatFiles.Rows within(FlatFiles.Rows raw, Days days) {
        return new FlatFiles.Rows(
                raw.groups().stream()
                        .map(rows -> rows.drop(FlatFiles.UNPARSED))
                        .map(rows -> days.isAll()
                                ? rows
                                : rows.where(FlatPolls.QUERY_TIME
                                        .col()
                                        .isNull()
                                        .or(days.containTime(FlatPolls.QUERY_TIME.col()))))
                        .toList(),
                raw.unreadable());
    }

    private static Set<String> newColumns(FlatFiles.Rows raw, Map<String, String> renames) {
        Set<String> known = Stream.of(FlatPolls.TABLE.columnNames(), renames.keySet().stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        return raw.groups().stream()
                .map(Received::columnNames)
                .flatMap(Collection::stream)
                .filter(name -> !known.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
