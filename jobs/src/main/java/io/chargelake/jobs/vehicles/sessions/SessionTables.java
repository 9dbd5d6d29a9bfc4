package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.quality.Severity;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.SessionLimits;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a run makes, on its way to the lake. Of some days, only what changes is written. */
record SessionTables(Run run, RecordTables records, Made made, Optional<Region> region, SessionMark mark)
        implements AutoCloseable {
    /** Records a task sorts in memory at once, some 200 MB. */
    private static final long RECORDS_A_TASK = 1_500_000;

    /** @param known days for which there are records */
    static SessionTables of(Run run, RecordTables records, SessionLimits limits, Period known) {
        if (run.days().isAll()) {
            return of(run, records, records.count(), Optional.empty(), new SessionMark(limits, known));
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
        int shares = Integer.parseInt(run.spark().conf().get("spark.sql.shuffle.partitions"));
        int partitions = (int) Math.max(shares, rows / RECORDS_A_TASK);
        Dataset<Row> sorted = Records.sorted(Records.of(records.drives(), records.charges()), partitions);
        Made made = Made.of(sorted, mark.limits(), mark.period().span()).kept();
        return new SessionTables(run, records, made, region, mark);
    }

    void account() {
        Made.Tally tally = made.tally();
        run.account(new Accounting(tally.read(), tally.accepted(), tally.refused(), 0));
        made.reasons().forEach((code, count) -> run.find(new Finding(code, Severity.QUARANTINE.code(), count)));
    }

    void write() {
        write(Trip.TABLE, made.trips());
        write(ChargeSession.TABLE, made.sessions());
        write(Cycle.TABLE, made.cycles());
        if (run.accounting().quarantined() > 0) {
            run.merge(
                    Tables.QUARANTINE_VEHICLES,
                    RefusedRecords.of(made.refused(), records.drives(), records.charges(), run.id()));
        }
        mark.write(run);
    }

    private void write(Table table, Dataset<Row> rows) {
        if (region.isEmpty()) {
            run.replace(table, rows);
        } else {
            region.get().replace(run, table, rows);
        }
    }

    @Override
    public void close() {
        made.close();
        region.ifPresent(Region::close);
    }
}
