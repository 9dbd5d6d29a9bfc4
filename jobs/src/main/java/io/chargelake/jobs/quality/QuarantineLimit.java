package io.chargelake.jobs.quality;

import io.chargelake.jobs.lake.Run;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How much of a delivery may be refused: an option of every job that reads raw rows. */
public final class QuarantineLimit {
    @Option(
            names = "--max-quarantined",
            paramLabel = "SHARE",
            description =
                    "publish nothing when a larger share of the rows is refused (default: limits.max_quarantined_share, 0.05)")
    Optional<Double> share = Optional.empty();

    public double of(Run run) {
        return share.orElse(run.settings().limits().maxQuarantinedShare());
    }

    /** What the command line says itself. */
    public Optional<Double> given() {
        return share;
    }
}
