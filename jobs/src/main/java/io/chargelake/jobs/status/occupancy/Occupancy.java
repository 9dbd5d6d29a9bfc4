package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Interval;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.quality.Severity;
import io.chargelake.status.PollTiming;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Polls to runs, charging sessions, hourly occupancy and the use of devices by local periods. */
@Command(
        name = "occupancy",
        description = "Make runs, charging sessions, hourly occupancy and utilization of the statuses.",
        footer = {
            "",
            "With --from and --to only the polls of these days are read, and what they change is replaced.",
            "Example: ./chargelake occupancy --from 2025-01-31 --to 2025-02-01"
        })
public final class Occupancy implements Job {

    @Option(
            names = "--polls",
            paramLabel = "URI",
            description = "raw polls in the flat form instead of the facts: a file, a folder or a glob")
    Optional<String> polls = Optional.empty();

    @Option(
            names = "--poll-interval",
            defaultValue = "10",
            converter = Interval.class,
            paramLabel = "TIME",
            description =
                    "how long a poll holds that no other follows, in minutes or e.g. 600s (default ${DEFAULT-VALUE})")
    Duration pollInterval;

    @Option(
            names = "--max-gap",
            defaultValue = "30",
            converter = Interval.class,
            paramLabel = "TIME",
            description =
                    "how long a poll holds at most until the next one, in minutes or e.g. 1h (default ${DEFAULT-VALUE})")
    Duration maxGap;

    @Option(
            names = "--no-utilization",
            description =
                    "leave the table utilization as it is; a later run without this brings its own days up to date")
    boolean leavesUtilization;

    @Override
    public void run(Run run) {
        PollTiming timing = timing();
        PollSource source =
                polls.map(uri -> PollSource.files(run, Storage.uri(uri))).orElseGet(() -> PollSource.facts(run));
        EncodePolls encode =
                new EncodePolls(timing, PollTimes.asOf(run.context().started(), run.days()), shares(run));
        try (SettledPolls settled = SettledPolls.of(source.feed(), encode)) {
            account(run, settled, source.unreadable());
            scope(run, settled.tally(), timing).ifPresent(scope -> write(run, settled, scope, timing));
        }
    }

    private void write(Run run, SettledPolls settled, Scope scope, PollTiming timing) {
        Set<LocalDate> changed = SmallQueries.interpreted(run.spark(), () -> tables(run, settled, scope, timing));
        if (!leavesUtilization) {
            new UtilizationTable(run, run.settings().zone()).write(changed);
        }
    }

    private static Set<LocalDate> tables(Run run, SettledPolls settled, Scope scope, PollTiming timing) {
        Optional<StoredRuns> stored = run.lake().has(StatusRun.TABLE)
                ? Optional.of(new StoredRuns(
                        run.lake().read(StatusRun.TABLE), run.lake().read(OccupancyHourly.TABLE), scope))
                : Optional.empty();
        mark(TimingMark.of(run), timing, stored);
        DealtDays days = stored.map(runs -> DealtDays.among(runs, settled.shares(), timing))
                .orElseGet(() -> DealtDays.alone(settled.shares(), scope, timing));
        new OccupancyTables(run, scope, days).write();
        return days.changed(scope);
    }

    private static void mark(TimingMark mark, PollTiming timing, Optional<StoredRuns> stored) {
        Optional<PollTiming> before = mark.read();
        if (before.equals(Optional.of(timing))) {
            return;
        }
        if (before.isPresent() && stored.isPresent() && stored.get().reachOut()) {
            throw TimingMark.refused(timing, before.get());
        }
        mark.write(timing);
    }

    private PollTiming timing() {
        try {
            return new PollTiming(Math.toIntExact(pollInterval.toSeconds()), Math.toIntExact(maxGap.toSeconds()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    private static int shares(Run run) {
        return Integer.parseInt(run.spark().conf().get("spark.sql.shuffle.partitions"));
    }

    /** The days asked for; where an end is left open, as far as there are polls. */
    private static Optional<Scope> scope(Run run, PollTally tally, PollTiming timing) {
        Optional<Long> first = run.days().from().map(LocalDate::toEpochDay);
        Optional<Long> end = run.days().to().map(LocalDate::toEpochDay);
        if (tally.isEmpty() && (first.isEmpty() || end.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(Scope.of(first.orElse(tally.firstDay()), end.orElse(tally.lastDay() + 1), timing));
    }

    /** A file that can't be read counts as one row. */
    private static void account(Run run, SettledPolls settled, List<FlatFiles.Unreadable> unreadable) {
        PollTally tally = settled.tally();
        long read = tally.reads() + unreadable.size();
        long refused = tally.refused() + unreadable.size();
        run.account(new Accounting(read, settled.kept(), refused, read - refused - settled.kept()));
        for (Refusal why : Refusal.values()) {
            find(run, why.code(), Severity.QUARANTINE, tally.refused(why));
        }
        unreadable.stream()
                .collect(Collectors.groupingBy(FlatFiles.Unreadable::reason, TreeMap::new, Collectors.counting()))
                .forEach((code, files) -> find(run, code, Severity.QUARANTINE, files));
        find(run, "unknown_status", Severity.WARN, tally.unknownWords());
        find(run, "conflicting_status", Severity.WARN, settled.conflicts());
    }

    private static void find(Run run, String code, Severity severity, long count) {
        if (count > 0) {
            run.find(new Finding(code, severity.code(), count));
        }
    }
}
