package io.chargelake.jobs.status;

import io.chargelake.jobs.lake.Interval;
import io.chargelake.jobs.lake.UserError;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How a folder is followed. */
final class FollowOptions {
    @Option(
            names = "--follow",
            description =
                    "go on with the files that come into the folder, each once whatever happens, and keep status_current; warnings that need many polls are left to a run without")
    boolean follow;

    @Option(
            names = "--until-idle",
            description =
                    "with --follow: end when all files that are there are done, for a scheduler; the next call goes on from there")
    boolean untilIdle;

    @Option(
            names = "--check-every",
            defaultValue = "10s",
            converter = Interval.class,
            paramLabel = "TIME",
            description =
                    "with --follow: how often to look for new files, in minutes or e.g. 30s (default ${DEFAULT-VALUE})")
    Duration checkEvery;

    @Option(
            names = "--max-files",
            defaultValue = "1000",
            paramLabel = "N",
            description = "with --follow: files taken at once, the oldest first (default ${DEFAULT-VALUE})")
    int maxFiles;

    @Option(
            names = "--max-gap",
            defaultValue = "30",
            converter = Interval.class,
            paramLabel = "TIME",
            description =
                    "with --follow: a status goes on over a missing poll for so long, in minutes or e.g. 1h; for `since` in status_current (default ${DEFAULT-VALUE})")
    Duration maxGap;

    boolean isAsked() {
        if (untilIdle && !follow) {
            throw UserError.usage("Cannot use --until-idle without --follow: a run without ends by itself");
        }
        return follow;
    }

    long maxGap_s() {
        if (maxGap.isZero() || maxGap.compareTo(Duration.ofDays(1)) > 0) {
            throw UserError.usage(
                    "Cannot use --max-gap " + maxGap.toMinutes() + " minutes: 1 minute to 24 hours is allowed");
        }
        return maxGap.toSeconds();
    }

    long checkEvery_ms() {
        if (checkEvery.isZero()) {
            throw UserError.usage("Cannot use --check-every 0: 1s or more is allowed");
        }
        return checkEvery.toMillis();
    }

    int maxFiles() {
        if (maxFiles < 1) {
            throw UserError.usage("Cannot use --max-files " + maxFiles + ": 1 or more is allowed");
        }
        return maxFiles;
    }
}
