package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.LakeMark;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.status.PollTiming;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers in the lake for how long polls hold in its tables. Days computed with another timing would not fit those
 * beside them, and no row would show it.
 */
record TimingMark(LakeMark mark) {
    private static final String NAME = "_occupancy.json";
    private static final String INTERVAL = "poll_interval_s";
    private static final String GAP = "max_gap_s";

    static TimingMark of(Run run) {
        return new TimingMark(LakeMark.of(run, NAME));
    }

    /** The timing of the tables as they are; empty for a lake without. */
    Optional<PollTiming> read() {
        return mark.read()
                .map(known -> new PollTiming(
                        known.path(INTERVAL).asInt(), known.path(GAP).asInt()));
    }

    void write(PollTiming timing) {
        mark.write(Map.of(INTERVAL, timing.pollInterval_s(), GAP, timing.maxGap_s()));
    }

    static UserError refused(PollTiming asked, PollTiming stored) {
        return UserError.usage("Cannot compute these days with --poll-interval " + asked.pollInterval_s()
                + "s and --max-gap " + asked.maxGap_s() + "s: the days beside them were computed with "
                + stored.pollInterval_s() + "s and " + stored.maxGap_s()
                + "s (use these, or compute all days anew: leave out --from and --to)");
    }
}
