package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.http.Limits;
import io.chargelake.jobs.lake.Interval;
import io.chargelake.jobs.lake.UserError;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How often, how patiently and how much at most is asked. */
final class CollectOptions {
    private static final int JITTER_SHARE = 10;

    @Option(names = "--once", description = "one poll, for a scheduler; exit code 30 when nothing of it was answered")
    boolean once;

    @Option(
            names = "--poll-interval",
            defaultValue = "10",
            converter = Interval.class,
            paramLabel = "TIME",
            description = "time between polls, in minutes or e.g. 30s (default ${DEFAULT-VALUE})")
    Duration interval;

    @Option(
            names = "--jitter",
            converter = Interval.class,
            paramLabel = "TIME",
            description =
                    "the first poll is put off by chance, at most so long (default: a tenth of the interval; 0 with --once)")
    Optional<Duration> jitter = Optional.empty();

    @Option(
            names = "--tries",
            defaultValue = "5",
            paramLabel = "N",
            description = "how often a request is made at most (default ${DEFAULT-VALUE})")
    int tries;

    @Option(
            names = "--first-wait",
            defaultValue = "2s",
            converter = Interval.class,
            paramLabel = "TIME",
            description =
                    "longest wait before the second try; it doubles with each, and is drawn by chance from nothing to that (default ${DEFAULT-VALUE})")
    Duration firstWait;

    @Option(
            names = "--longest-wait",
            defaultValue = "60s",
            converter = Interval.class,
            paramLabel = "TIME",
            description = "no wait is longer, but for one that the server asks for (default ${DEFAULT-VALUE})")
    Duration longestWait;

    @Option(
            names = "--connect-timeout",
            defaultValue = "10s",
            converter = Interval.class,
            paramLabel = "TIME",
            description = "time for a connection (default ${DEFAULT-VALUE})")
    Duration connect;

    @Option(
            names = "--answer-timeout",
            defaultValue = "20s",
            converter = Interval.class,
            paramLabel = "TIME",
            description = "time for one answer to its last byte (default ${DEFAULT-VALUE})")
    Duration answer;

    @Option(
            names = "--poll-timeout",
            converter = Interval.class,
            paramLabel = "TIME",
            description = "time for a poll with all its tries (default: nine tenths of the interval)")
    Optional<Duration> whole = Optional.empty();

    @Option(
            names = "--max-answer",
            defaultValue = "64",
            paramLabel = "MB",
            description = "a larger answer is not taken (default ${DEFAULT-VALUE})")
    long maxAnswerMb;

    @Option(
            names = "--no-etag",
            description =
                    "never tell the server which answer is known: for APIs whose ETag leaves out the time of the answer")
    boolean asksForAll;

    Schedule schedule() {
        return new Schedule(
                interval, once ? jitter.orElse(Duration.ZERO) : jitter.orElse(interval.dividedBy(JITTER_SHARE)));
    }

    Patience patience() {
        Duration all = whole.orElse(interval.multipliedBy(9).dividedBy(10));
        if (!once && all.compareTo(interval) >= 0) {
            throw UserError.usage("Cannot collect with --poll-timeout " + all.toSeconds()
                    + " s: a poll ends before the next begins (less than --poll-interval, " + interval.toSeconds()
                    + " s, is allowed)");
        }
        return new Patience(tries, firstWait, longestWait, all);
    }

    Limits limits() {
        return new Limits(connect, answer, Math.multiplyExact(maxAnswerMb, 1L << 20));
    }

    Collector.Etags etags() {
        return asksForAll ? Collector.Etags.LEFT_OUT : Collector.Etags.SENT;
    }
}
