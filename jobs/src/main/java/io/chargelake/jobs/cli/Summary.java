package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.RunRecord;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a run did, in a few lines for the person who started it. */
final class Summary {

    static void print(RunRecord record, PrintStream out) {
        Duration took = Duration.between(Instant.parse(record.started()), Instant.parse(record.ended()));
        out.printf(Locale.ROOT, "%s: %s in %.1f s%n", record.job(), record.status(), took.toMillis() / 1000.0);
        if (record.read() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  read %,d = accepted %,d + quarantined %,d + deduplicated %,d%n",
                    record.read(),
                    record.accepted(),
                    record.quarantined(),
                    record.deduplicated());
        }
        for (Finding finding : record.findings()) {
            out.printf(Locale.ROOT, "  %s %s: %,d%n", finding.severity(), finding.code(), finding.count());
        }
        for (RunRecord.Output output : record.outputs()) {
            out.printf(
                    Locale.ROOT,
                    "  wrote %s: %,d rows (version %s)%n",
                    output.table(),
                    output.rows(),
                    output.version());
        }
    }

    private Summary() {}
}
