package io.chargelake.jobs.fleet;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.jobs.raw.FlatShape;
import io.chargelake.jobs.raw.FlatShapes;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatSiteSlots;
import io.chargelake.jobs.tables.FlatSites;
import io.chargelake.jobs.tables.FlatStays;
import io.chargelake.jobs.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files of a fleet; what a file holds is told by its columns. */
final class FleetFiles {
    private static final List<Table> KINDS = List.of(FlatStays.TABLE, FlatSiteSlots.TABLE, FlatSites.TABLE);

    static final FleetFiles NONE = new FleetFiles(Map.of(), List.of());

    private final Map<Table, FlatFiles.Rows> rows;
    private final List<Unreadable> unreadable;

    private FleetFiles(Map<Table, FlatFiles.Rows> rows, List<Unreadable> unreadable) {
        this.rows = rows;
        this.unreadable = unreadable;
    }

    static FleetFiles of(Run run, List<RawFile> files) {
        FlatShapes found = FlatShapes.find(run.spark(), files);
        var unreadable = new ArrayList<>(found.unreadable());
        var byKind = new LinkedHashMap<Table, List<RawFile>>();
        for (FlatShape shape : found.shapes()) {
            Optional<Table> kind = kind(shape);
            kind.ifPresent(
                    k -> byKind.computeIfAbsent(k, key -> new ArrayList<>()).addAll(shape.files()));
            if (kind.isEmpty()) {
                shape.files().forEach(file -> unreadable.add(new Unreadable(file, FlatShapes.NO_HEADER, words(shape))));
            }
        }
        FlatFiles.requireReadable(files, unreadable);
        var rows = new LinkedHashMap<Table, FlatFiles.Rows>();
        byKind.forEach((kind, its) -> rows.put(kind, FlatFiles.read(run.spark(), its, kind, Map.of())));
        return new FleetFiles(rows, unreadable);
    }

    private static Optional<Table> kind(FlatShape shape) {
        return KINDS.stream()
                .filter(kind -> kind.columns().stream().filter(Col::isRequired).allMatch(col -> shape.columnNames()
                        .contains(col.name())))
                .findFirst();
    }

    private static String words(FlatShape shape) {
        return "its columns (" + String.join(", ", shape.columnNames())
                + ") are those of no file of a fleet: stays have "
                + required(FlatStays.TABLE) + "; sites have " + required(FlatSites.TABLE) + "; their load has "
                + required(FlatSiteSlots.TABLE);
    }

    private static String required(Table table) {
        return table.columns().stream().filter(Col::isRequired).map(Col::name).collect(Collectors.joining(", "));
    }

    /** With the files that are of no kind: they are quarantined with the stays. */
    Optional<FlatFiles.Rows> stays() {
        return Optional.ofNullable(rows.get(FlatStays.TABLE)).map(stays -> {
            var all = new ArrayList<>(stays.unreadable());
            all.addAll(unreadable);
            return new FlatFiles.Rows(stays.groups(), all);
        });
    }

    FleetFiles requireStays() {
        if (!rows.containsKey(FlatStays.TABLE)) {
            throw UserError.input("Cannot plan: no file holds stays (a file of stays has " + required(FlatStays.TABLE)
                    + "; --input, or take the lake's own by --sessions)");
        }
        return this;
    }

    /** Files that are of no kind, or can't be read. */
    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** Without any, no site has a limit. */
    Optional<FlatFiles.Rows> sites() {
        return Optional.ofNullable(rows.get(FlatSites.TABLE));
    }

    /** Without any, sites draw nothing but for vehicles. */
    Optional<FlatFiles.Rows> slots() {
        return Optional.ofNullable(rows.get(FlatSiteSlots.TABLE));
    }
}
