package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.quality.Severity;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.SessionLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a run makes, on its way to the lake. Of some days, only what changes is written. */
record SessionTables(Run run, RecordTables records, Made made, Optional<Region> region, SessionMark mark)
        implements AutoCloseable {
    /** Records a task sorts in memory at once, some 100 MB. */
    private static final long RECORDS_A_TASK = 750_000;

    /** Records of which a task holds what was made, some 100 MB. */
    private static final long RECORDS_OF_DAYS = 500_000;

    /** @param known days for which there are records */
    static SessionTables of(Run run, RecordTables records, SessionLimits limits, Period known) {
        if (run.days().isAll()) {
            long all = SmallQueries.interpreted(run.spark(), records::count);
            return of(run, records, all, Optional.empty(), new SessionMark(limits, known));
        }
        Optional<SessionMark> before = SessionMark.read(run);
        before.ifPresent(mark -> mark.requireSame(limits));
        Period days = known.within(run.days());
        Period period = before.map(SessionMark::period).map(days::with).orElse(days);
        Period cut = before.map(SessionMark::period).orElse(days);
        long margin_s = Math.max(limits.mergeGap(), limits.tripStop()) / Micro.ONE;
        Region region = Region.of(new Seams(run.lake(), days, margin_s).of(cut));
        long most = records.where(region.readDays()).count();
        return of(run, region.of(records), most, Optional.of(region), new SessionMark(limits, period));
    }

    private static SessionTables of(
            Run run, RecordTables records, long rows, Optional<Region> region, SessionMark mark) {
        int partitions = tasks(run, rows / RECORDS_A_TASK);
        Dataset<Row> sorted = Records.sorted(Records.of(records.drives(), records.charges()), partitions);
        Made made = Made.of(sorted, mark.limits(), mark.period().span());
        return region.isEmpty()
                ? new SessionTables(run, records, made.byDay(tasks(run, rows / RECORDS_OF_DAYS)), region, mark)
                : new SessionTables(run, records, made.kept(), region, mark);
    }

    void write() {
        Optional<SessionFiles.Targets> targets =
                region.isEmpty() ? SessionFiles.Targets.of(run.lake()) : Optional.empty();
        targets.ifPresentOrElse(this::writeFiles, this::writeRows);
        if (run.accounting().quarantined() > 0) {
            Dataset<Row> refused = made.rows(Made.Kind.REFUSED);
            run.merge(
                    Tables.QUARANTINE_VEHICLES,
                    RefusedRecords.of(refused, records.drives(), records.charges(), run.id()));
        }
        mark.write(run);
    }

    /** The quick way, for all days: each task writes the data files of its days, and here they are committed. */
    private void writeFiles(SessionFiles.Targets targets) {
        SessionFiles.Written written = made.blocks()
                .mapPartitions(
                        blocks -> List.of(SessionFiles.write(blocks, targets)).iterator())
                .fold(SessionFiles.Written.nothing(), SessionFiles.Written::plus);
        account(written.tally());
        Map<Table, List<NewFile>> made = new LinkedHashMap<>();
        made.put(Trip.TABLE, written.trips());
        made.put(ChargeSession.TABLE, written.sessions());
        made.put(Cycle.TABLE, written.cycles());
        run.replace(made);
    }

    /** The general way, through Spark's own writers. */
    private void writeRows() {
        account(made.tally());
        write(Trip.TABLE, made.rows(Made.Kind.TRIP));
        write(ChargeSession.TABLE, made.rows(Made.Kind.SESSION));
        write(Cycle.TABLE, made.rows(Made.Kind.CYCLE));
    }

    private void account(Tally tally) {
        run.account(new Accounting(tally.read(), tally.accepted(), tally.refusedRecords(), 0));
        tally.refused().forEach((why, count) -> run.find(new Finding(why.code(), Severity.QUARANTINE.code(), count)));
    }

    private void write(Table table, Dataset<Row> rows) {
        if (region.isEmpty()) {
            run.replace(table, rows);
        } else {
            region.get().replace(run, table, rows);
        }
    }

    private static int tasks(Run run, long wanted) {
        int shares = Integer.parseInt(run.spark().conf().get("spark.sql.shuffle.partitions"));
        return (int) Math.max(shares, wanted);
    }

    @Override
    public void close() {
        made.close();
        region.ifPresent(Region::close);
    }
}
