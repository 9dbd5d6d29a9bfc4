package io.chargelake.jobs.fleet;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stays, sites and their load, each read and checked in one pass. */
record Delivery(Intake stays, Optional<Intake> sites, Optional<Intake> slots) implements AutoCloseable {

    static Delivery ofFiles(Run run, FleetFiles files, Catalogue catalogue) {
        return of(
                each(files.stays().orElseThrow(), rows -> Stays.withModels(Stays.within(run, rows), catalogue)), files);
    }

    static Delivery ofSessions(Run run, String site, Optional<FleetFiles> files, Catalogue catalogue) {
        List<Unreadable> unreadable = files.map(FleetFiles::unreadable).orElse(List.of());
        Dataset<Row> stays = Stays.withModels(Stays.ofSessions(run, site), catalogue);
        return of(new FlatFiles.Rows(List.of(stays), unreadable), files.orElse(FleetFiles.NONE));
    }

    private static Delivery of(FlatFiles.Rows stays, FleetFiles files) {
        return new Delivery(
                Intake.of(stays, FleetRules.ofStays()),
                files.sites().map(rows -> Intake.of(rows, FleetRules.ofSites())),
                files.slots().map(rows -> Intake.of(rows, FleetRules.ofSlots())));
    }

    private static FlatFiles.Rows each(FlatFiles.Rows rows, UnaryOperator<Dataset<Row>> step) {
        return new FlatFiles.Rows(rows.groups().stream().map(step).toList(), rows.unreadable());
    }

    List<Intake> all() {
        List<Intake> all = new ArrayList<>(List.of(stays));
        sites.ifPresent(all::add);
        slots.ifPresent(all::add);
        return all;
    }

    long read() {
        return all().stream().mapToLong(Intake::read).sum();
    }

    long quarantined() {
        return all().stream().mapToLong(Intake::quarantined).sum();
    }

    /** All accepted rows as one kind. */
    Dataset<Row> rows() {
        Dataset<Row> rows = FleetRows.ofStays(stays.accepted());
        if (sites.isPresent()) {
            rows = rows.union(FleetRows.ofSites(sites.get().accepted()));
        }
        return slots.isPresent() ? rows.union(FleetRows.ofSlots(slots.get().accepted())) : rows;
    }

    @Override
    public void close() {
        all().forEach(Intake::close);
    }
}
