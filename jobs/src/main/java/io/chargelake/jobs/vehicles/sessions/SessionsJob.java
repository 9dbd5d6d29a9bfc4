package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.SessionLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drives and charges to trips, charge sessions and cycles. */
@Command(
        name = "sessions",
        description = "Make trips, charge sessions and cycles of drives and charges.",
        footer = {
            "",
            "With --from and --to only these days are made anew, and what they change beside them.",
            "Example: ./chargelake sessions --from 2025-01-31 --to 2025-02-01"
        })
public final class SessionsJob implements Job {

    @Option(
            names = "--merge-gap",
            defaultValue = "10",
            paramLabel = "MINUTES",
            description = "charges of one session lie apart at most (default ${DEFAULT-VALUE})")
    double mergeGap_min;

    @Option(
            names = "--merge-soc",
            defaultValue = "2",
            paramLabel = "POINTS",
            description = "state of charge differs at most between charges of one session (default ${DEFAULT-VALUE})")
    double mergeSoc;

    @Option(
            names = "--trip-stop",
            defaultValue = "15",
            paramLabel = "MINUTES",
            description = "drives of one trip lie apart at most (default ${DEFAULT-VALUE})")
    double tripStop_min;

    @Option(
            names = "--agree-soc",
            defaultValue = "5",
            paramLabel = "POINTS",
            description =
                    "state of charge of a session and the trips beside it differs at most, else it jumps (default ${DEFAULT-VALUE})")
    double agreeSoc;

    @Override
    public void run(Run run) {
        SessionLimits limits = limits();
        RecordTables tables = SmallQueries.interpreted(run.spark(), () -> RecordTables.of(run));
        tables.period().ifPresent(period -> {
            try (SessionTables made = SessionTables.of(run, tables, limits, period)) {
                made.write();
            }
        });
    }

    private SessionLimits limits() {
        try {
            return new SessionLimits(
                    Micro.of(60 * mergeGap_min), Micro.of(mergeSoc), Micro.of(60 * tripStop_min), Micro.of(agreeSoc));
        } catch (IllegalArgumentException e) {
            throw UserError.usage("Cannot make sessions: a limit is below 0 or no number (--merge-gap " + mergeGap_min
                    + ", --merge-soc " + mergeSoc + ", --trip-stop " + tripStop_min + ", --agree-soc " + agreeSoc
                    + ")");
        }
    }
}
