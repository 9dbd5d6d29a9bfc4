package io.chargelake.status;

import java.util.function.IntToLongFunction;

/**
 * Joins settled runs to the final ones and passes them on device by device, in one pass without an object a run.
 * Adjoining runs of one status within the gap join; a run ends where the next begins if that is within the gap, else its
 * last poll holds for one poll interval.
 */
public final class RunStitcher {
    /** Answers {@code nextPoll} where nothing follows; further from any second than a gap. */
    public static final long NO_POLL = Long.MAX_VALUE;

    private final PollTiming timing;
    private final IntToLongFunction nextPoll;
    private final RunSink sink;
    private int device;
    private byte status;
    private long first;
    private long last;
    private int polls; // 0: no run is open

    private RunStitcher(PollTiming timing, IntToLongFunction nextPoll, RunSink sink) {
        this.timing = timing;
        this.nextPoll = nextPoll;
        this.sink = sink;
    }

    /** Passes the final runs of whole histories to the sink. Tangles have to be gone. */
    public static void stitch(SettledRuns settled, PollTiming timing, RunSink sink) {
        stitch(settled, timing, device -> NO_POLL, sink);
    }

    /**
     * Passes the final runs of a part of history to the sink. Tangles have to be gone.
     *
     * @param nextPoll the second of a device's first poll after all runs given, which its last run may last to;
     *     {@link #NO_POLL} for none
     */
    public static void stitch(SettledRuns settled, PollTiming timing, IntToLongFunction nextPoll, RunSink sink) {
        if (!settled.tangles().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot stitch runs: " + settled.tangles().size() + " windows are tangled, the first "
                            + settled.tangles().get(0) + " (untangle them first)");
        }
        RunStitcher stitcher = new RunStitcher(timing, nextPoll, sink);
        Runs runs = settled.runs();
        for (int i = 0; i < runs.size(); i++) {
            stitcher.next(runs, i);
        }
        stitcher.endDevice();
    }

    private void next(Runs runs, int i) {
        if (polls > 0 && runs.device(i) != device) {
            endDevice();
        }
        long start = runs.first(i);
        boolean adjoins = polls > 0 && start - last <= timing.maxGap_s();
        if (adjoins && runs.status(i) == status) {
            last = runs.last(i);
            polls = Math.addExact(polls, runs.polls(i));
            sink.part(start, last, runs.polls(i));
            return;
        }
        if (polls > 0) {
            sink.run(device, status, first, adjoins ? start : last + timing.pollInterval_s(), polls);
        }
        device = runs.device(i);
        status = runs.status(i);
        first = start;
        last = runs.last(i);
        polls = runs.polls(i);
        sink.part(start, last, polls);
    }

    private void endDevice() {
        if (polls > 0) {
            long next = nextPoll.applyAsLong(device);
            boolean lasts = next - last <= timing.maxGap_s();
            sink.run(device, status, first, lasts ? next : last + timing.pollInterval_s(), polls);
            sink.endDevice(device);
            polls = 0;
        }
    }
}
