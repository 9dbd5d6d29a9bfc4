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
    private final RunSink sink;
    private int device;
    private byte status;
    private long first;
    private long last;
    private int polls; // 0: no run is open

    public RunStitcher(PollTiming timing, RunSink sink) {
        this.timing = timing;
        this.sink = sink;
    }

    /** Passes the final runs of whole histories to the sink. Tangles have to be gone. */
    public static void stitch(SettledRuns settled, PollTiming timing, RunSink sink) {
        stitch(settled, timing, device -> NO_POLL, sink);
    }

    /**
     * Passes the final runs of a part of history to the sink. Tangles have to be gone.
     *
     * @param nextPoll see {@link #device}
     */
    public static void stitch(SettledRuns settled, PollTiming timing, IntToLongFunction nextPoll, RunSink sink) {
        if (!settled.tangles().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot stitch runs: " + settled.tangles().size() + " windows are tangled, the first "
                            + settled.tangles().get(0) + " (untangle them first)");
        }
        RunStitcher stitcher = new RunStitcher(timing, sink);
        Runs runs = settled.runs();
        int end;
        for (int i = 0; i < runs.size(); i = end) {
            end = runs.deviceEnd(i);
            stitcher.device(runs.device(i), runs, i, end, nextPoll.applyAsLong(runs.device(i)));
        }
    }

    /**
     * Passes on the final runs of one device.
     *
     * @param number the device, whatever it is in {@code settled}
     * @param nextPoll the second of the device's first poll after all runs given, which its last run may last to;
     *     {@link #NO_POLL} for none
     */
    public void device(int number, Runs settled, int start, int end, long nextPoll) {
        device = number;
        for (int i = start; i < end; i++) {
            next(settled, i);
        }
        endDevice(nextPoll);
    }

    private void next(Runs runs, int i) {
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
        status = runs.status(i);
        first = start;
        last = runs.last(i);
        polls = runs.polls(i);
        sink.part(start, last, polls);
    }

    private void endDevice(long nextPoll) {
        if (polls > 0) {
            boolean lasts = nextPoll - last <= timing.maxGap_s();
            sink.run(device, status, first, lasts ? nextPoll : last + timing.pollInterval_s(), polls);
            sink.endDevice(device);
            polls = 0;
        }
    }
}
