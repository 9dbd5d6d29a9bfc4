package io.chargelake.status;

/**
 * Joins settled runs to the final ones and passes them on device by device, in one pass without an object a run.
 * Adjoining runs of one status within the gap join; a run ends where the next begins if that is within the gap, else its
 * last poll holds for one poll interval.
 */
public final class RunStitcher {
    private final PollTiming timing;
    private final RunSink sink;
    private int device;
    private byte status;
    private long first;
    private long last;
    private int polls; // 0: no run is open

    private RunStitcher(PollTiming timing, RunSink sink) {
        this.timing = timing;
        this.sink = sink;
    }

    /** Passes the final runs to the sink; the timing is that of the encoders. Tangles have to be gone. */
    public static void stitch(SettledRuns settled, PollTiming timing, RunSink sink) {
        if (!settled.tangles().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot stitch runs: " + settled.tangles().size() + " windows are tangled, the first "
                            + settled.tangles().get(0) + " (untangle them first)");
        }
        RunStitcher stitcher = new RunStitcher(timing, sink);
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
    }

    private void endDevice() {
        if (polls > 0) {
            sink.run(device, status, first, last + timing.pollInterval_s(), polls);
            sink.endDevice(device);
            polls = 0;
        }
    }
}
