package io.chargelake.jobs.vehicles.clean;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.jobs.raw.FlatShape;
import io.chargelake.jobs.raw.FlatShapes;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Col;
import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import io.chargelake.unit.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The files of a run: what each holds, how it is to be read, and its rows in our columns. */
public final class Delivery {
    private final List<Source> sources;
    private final List<Unreadable> unreadable;
    private final List<FileVerdict> files;
    private final Clock clock;

    private Delivery(List<Source> sources, List<Unreadable> unreadable, List<FileVerdict> files, Clock clock) {
        this.sources = sources;
        this.unreadable = unreadable;
        this.files = files;
        this.clock = clock;
    }

    /** How charges are told of. */
    public enum Form {
        WHOLE,
        /** Without an id and an end. */
        EVENTS
    }

    /** @param assumed clock of times without offset, where the mapping states none */
    public static Delivery read(Run run, List<RawFile> files, Form form, Mapping mapping, Clock assumed) {
        FlatShapes found = FlatShapes.find(run.spark(), files);
        var unreadable = new ArrayList<>(found.unreadable());
        var sources = new ArrayList<Source>();
        for (FlatShape shape : found.shapes()) {
            Source source = likeliest(shape, form, mapping);
            List<String> missing = missing(source, form);
            if (missing.isEmpty()) {
                sources.add(source);
            } else {
                String words = words(source, missing, form);
                shape.files().forEach(file -> unreadable.add(new Unreadable(file, FlatShapes.NO_HEADER, words)));
            }
        }
        FlatFiles.requireReadable(files, unreadable);
        return new Delivery(
                sources, unreadable, detected(sources, mapping), mapping.clock().orElse(assumed));
    }

    /** Of the kind that finds most of its columns; a drive that lacks its id is no register, though it names a vehicle. */
    private static Source likeliest(FlatShape shape, Form form, Mapping mapping) {
        return Stream.of(Kind.values())
                .map(kind -> Source.of(shape, kind, mapping))
                .max(Comparator.comparingInt((Source source) -> source.theirs().size())
                        .thenComparing(source -> missing(source, form).isEmpty()))
                .orElseThrow();
    }

    private static List<String> missing(Source source, Form form) {
        return needed(source.kind(), form).stream()
                .filter(name -> !source.theirs().containsKey(name))
                .toList();
    }

    private static List<String> needed(Kind kind, Form form) {
        return form == Form.EVENTS && kind == Kind.CHARGE
                ? Stream.of(
                                Charge.VEHICLE_ID,
                                Charge.START_TIME,
                                Charge.SOC_START,
                                Charge.SOC_END,
                                Charge.POWER_MEAN_KW)
                        .map(Col::name)
                        .toList()
                : kind.layout().columns().stream()
                        .filter(Col::isRequired)
                        .map(Col::name)
                        .toList();
    }

    private static String words(Source source, List<String> missing, Form form) {
        String columns = "its columns (" + String.join(", ", source.shape().columnNames()) + ") ";
        String reason = source.theirs().isEmpty()
                ? "are those of no kind of file: "
                        + Stream.of(Kind.values())
                                .map(kind -> "a " + kind.code() + " has " + String.join(", ", needed(kind, form)))
                                .collect(Collectors.joining("; "))
                : "are those of a " + source.kind().code() + " without " + String.join(", ", missing);
        return columns + reason + " (add a header line, or say their names in a --mapping file)";
    }

    private static List<FileVerdict> detected(List<Source> sources, Mapping mapping) {
        Dataset<Row> sample = FileSample.of(sources).persist();
        try {
            List<FileVerdict> verdicts = Detection.of(sample, sources, mapping);
            return mapping.units().containsKey(Quantity.DISTANCE) ? verdicts : byOdometer(sample, verdicts);
        } finally {
            sample.unpersist();
        }
    }

    private static List<FileVerdict> byOdometer(Dataset<Row> sample, List<FileVerdict> verdicts) {
        Map<String, Unit> known = verdicts.stream()
                .filter(FileVerdict::knowsDistance)
                .collect(Collectors.toMap(FileVerdict::file, v -> v.unit(Quantity.DISTANCE)));
        boolean several = verdicts.stream().filter(v -> v.kind() == Kind.DRIVE).count() > 1;
        Map<String, Unit> units = several ? Odometers.units(sample, known) : Map.of();
        return verdicts.stream()
                .map(v -> units.containsKey(v.file())
                        ? v.with(Quantity.DISTANCE, Verdict.byOdometer(units.get(v.file())))
                        : v)
                .toList();
    }

    public Set<Kind> kinds() {
        return sources.stream().map(Source::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows of a kind; files that can't be read come with the first kind there is. */
    public FlatFiles.Rows rows(Kind kind) {
        boolean first = kinds().iterator().next() == kind;
        return new FlatFiles.Rows(
                sources.stream()
                        .filter(source -> source.kind() == kind)
                        .map(source -> TypedRows.of(source, verdicts(source), clock))
                        .toList(),
                first ? unreadable : List.of());
    }

    private List<FileVerdict> verdicts(Source source) {
        return files.stream().filter(file -> file.source() == source).toList();
    }

    List<FileVerdict> files() {
        return files;
    }

    Clock clock() {
        return clock;
    }

    /** Columns that are none of ours, by the files' name. */
    Set<String> unknownColumns() {
        return sources.stream()
                .flatMap(source -> source.unknown().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
