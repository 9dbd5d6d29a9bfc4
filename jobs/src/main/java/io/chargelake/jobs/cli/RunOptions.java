package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Days;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every job that leaves a record. */
final class RunOptions {
    @Option(names = "--from", paramLabel = "DAY", description = "first UTC day, e.g. 2025-01-31")
    Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "UTC day after the last")
    Optional<LocalDate> to = Optional.empty();

    @Option(names = "--json", description = "the run record as one JSON line on stdout at the end")
    boolean json;

    @Option(
            names = "--run-id",
            paramLabel = "ID",
            description =
                    "name of this run; a scheduler gives its own, so that a retry is known as one (default: made from the time)")
    Optional<String> runId = Optional.empty();

    Days days() {
        return new Days(from, to);
    }
}
