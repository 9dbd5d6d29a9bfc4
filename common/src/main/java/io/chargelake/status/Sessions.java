package io.chargelake.status;

/**
 * Charging sessions from final runs: runs of class occupied, those that adjoin taken together. Stateless between
 * devices; one comparison a run.
 */
public final class Sessions implements RunSink {
    /** Receives a device's sessions in order of time. */
    @FunctionalInterface
    public interface Sink {
        void session(int device, long start, long end, int polls);
    }

    private final Sink sink;
    private long start;
    private long end;
    private int polls; // 0: no session is open

    public Sessions(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void run(int device, byte status, long runStart, long runEnd, int runPolls) {
        boolean occupied = Status.classOf(status) == StatusClass.OCCUPIED;
        if (polls > 0 && !(occupied && runStart == end)) {
            endDevice(device);
        }
        if (occupied) {
            start = polls > 0 ? start : runStart;
            end = runEnd;
            polls = Math.addExact(polls, runPolls);
        }
    }

    @Override
    public void endDevice(int device) {
        if (polls > 0) {
            sink.session(device, start, end, polls);
            polls = 0;
        }
    }
}
