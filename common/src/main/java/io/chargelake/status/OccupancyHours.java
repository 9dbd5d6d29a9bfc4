package io.chargelake.status;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Seconds by class and sessions started, for each UTC hour from a device's first to its last observed one, from final
 * runs in order. Cost: linear in runs and hours, no aggregation. Given {@link Seam}s it goes on from a border of days,
 * beginning with the first hour that can change, and hands on the seams of the next border.
 */
public final class OccupancyHours implements RunSink {
    /** Receives a device's hours in order of time; the five durations add to 3600. */
    @FunctionalInterface
    public interface Sink {
        void hour(
                int device,
                long hourStart,
                int available_s,
                int occupied_s,
                int blocked_s,
                int outOfService_s,
                int unknown_s,
                int sessionsStarted);
    }

    static final int HOUR_S = 3600;

    private final PollTiming timing;
    private final IntFunction<Optional<Seam>> seamsBefore;
    private final Sink sink;
    private final Consumer<Seam> seamsAfter;

    private final HourTally tally = new HourTally();
    private final HourTally beforeRun = new HourTally(); // the tally when the last run began
    private long hour; // the one in the tally, counted from 1970
    private byte status;
    private long start;
    private long end;
    private int polls; // 0: no run of the device has passed

    /**
     * @param seamsBefore the seam of a device at the border from which to go on
     * @param seamsAfter receives each device's seam when its last run has passed
     */
    public OccupancyHours(
            PollTiming timing, IntFunction<Optional<Seam>> seamsBefore, Sink sink, Consumer<Seam> seamsAfter) {
        this.timing = timing;
        this.seamsBefore = seamsBefore;
        this.sink = sink;
        this.seamsAfter = seamsAfter;
    }

    /** Hours of a whole history. */
    public OccupancyHours(PollTiming timing, Sink sink) {
        this(timing, device -> Optional.empty(), sink, seam -> {});
    }

    @Override
    public void run(int device, byte runStatus, long runStart, long runEnd, int runPolls) {
        if (polls == 0) {
            begin(device, runStatus, runStart);
        }
        advance(device, runStart / HOUR_S);
        beforeRun.copyFrom(tally);
        StatusClass statusClass = Status.classOf(runStatus);
        // a run that began before the hours to emit was counted then
        if (statusClass == StatusClass.OCCUPIED && !goesOn(runStart) && runStart / HOUR_S == hour) {
            tally.startSession();
        }
        status = runStatus;
        start = runStart;
        end = runEnd;
        polls = runPolls;
        spread(device, statusClass);
    }

    @Override
    public void endDevice(int device) {
        if (polls == 0) {
            return;
        }
        tally.emit(sink, device, hour);
        long lastPoll = end - timing.pollInterval_s();
        HourPart part = lastPoll / HOUR_S == start / HOUR_S ? beforeRun.part() : HourPart.EMPTY;
        seamsAfter.accept(new Seam(device, status, start, lastPoll, polls, part));
        polls = 0;
    }

    private void begin(int device, byte runStatus, long runStart) {
        Optional<Seam> before = seamsBefore.apply(device);
        before.ifPresent(seam -> requireResumed(seam, runStatus, runStart));
        hour = before.map(Seam::lastPoll).orElse(runStart) / HOUR_S;
        tally.load(before.map(Seam::hourPart).orElse(HourPart.EMPTY));
    }

    private static void requireResumed(Seam seam, byte runStatus, long runStart) {
        if (seam.status() != runStatus || seam.start() != runStart) {
            throw new IllegalStateException("Cannot go on from " + seam + ": the first run has status code " + runStatus
                    + " and starts at " + runStart
                    + " (the seam's run is needed, and no poll before it: go on from an earlier border)");
        }
    }

    /** Whether a run that starts now adjoins one of class occupied, so that both are one session. */
    private boolean goesOn(long runStart) {
        return polls > 0 && end == runStart && Status.classOf(status) == StatusClass.OCCUPIED;
    }

    private void spread(int device, StatusClass statusClass) {
        long at = Math.max(start, hour * HOUR_S);
        while (at < end) {
            advance(device, at / HOUR_S);
            long until = Math.min(end, (hour + 1) * HOUR_S);
            tally.add(statusClass, (int) (until - at));
            at = until;
        }
    }

    private void advance(int device, long toHour) {
        while (hour < toHour) {
            tally.emit(sink, device, hour);
            tally.clear();
            hour++;
        }
    }
}
