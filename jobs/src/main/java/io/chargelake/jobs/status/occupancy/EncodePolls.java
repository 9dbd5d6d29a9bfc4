package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.PollTiming;
import io.chargelake.status.RunEncoder;
import java.util.Iterator;
import scala.Tuple2;

/**
 * Encodes a task's polls to runs. A stretch ends where a poll is missing, although the run may go on: if the missing poll
 * is only late, it then falls between two stretches, and nothing has to be read again.
 */
record EncodePolls(PollTiming timing, PollTimes times, int shares) implements PollFeed.Task<Tuple2<Integer, Pieces>> {

    @Override
    public Iterator<Tuple2<Integer, Pieces>> run(PollFeed.Part polls) {
        RunEncoder encoder = new RunEncoder(stretches());
        DeviceNumbers devices = new DeviceNumbers();
        PollIntake intake = new PollIntake(devices, times, encoder::addAll);
        polls.readInto(intake);
        intake.tally().conflicts(encoder.conflicts());
        return Pieces.deal(encoder.take(), devices::device, shares, intake.tally())
                .iterator();
    }

    private PollTiming stretches() {
        int interval_s = timing.pollInterval_s();
        return new PollTiming(interval_s, Math.min(timing.maxGap_s(), interval_s + interval_s / 2));
    }
}
