package io.chargelake.status;

import java.util.Arrays;

/**
 * Looks at the encoded runs of one charging point (device 0) and its connectors (1 and up). Linear in runs but for their sorting. Runs of
 * pieces that overlap in time are looked at as they come: a pattern there may be told twice or not.
 */
public final class PointPatterns {
    public static final int POINT = 0;

    private final PatternTiming timing;

    public PointPatterns(PatternTiming timing) {
        this.timing = timing;
    }

    public void look(Runs runs, PatternSink sink) {
        Runs joined = joined(runs.grouped(), sink);
        if (disagrees(joined)) {
            sink.disagreement();
        }
    }

    /** Runs of one device and status that follow each other within the gap become one. */
    private Runs joined(Runs runs, PatternSink sink) {
        Runs joined = new Runs(runs.size());
        int i = 0;
        while (i < runs.size()) {
            int start = i;
            long last = runs.last(i);
            int polls = runs.polls(i);
            for (i++; i < runs.size() && continues(runs, start, last, i); i++) {
                polls += runs.polls(i);
                last = Math.max(last, runs.last(i));
            }
            tell(runs, start, last, sink);
            if (i < runs.size() && runs.device(i) == runs.device(start)) {
                tellStep(runs, last, i, sink);
            }
            joined.add(
                    runs.device(start),
                    runs.first(start),
                    last,
                    Math.max(1, Math.min(polls, seconds(runs, start, last))),
                    runs.status(start));
        }
        return joined;
    }

    private boolean continues(Runs runs, int start, long last, int next) {
        return runs.device(next) == runs.device(start)
                && runs.status(next) == runs.status(start)
                && runs.first(next) - last <= timing.gap_s();
    }

    private void tell(Runs runs, int start, long last, PatternSink sink) {
        long duration = last - runs.first(start);
        if (duration > timing.longCharge_s() && Status.classOf(runs.status(start)) == StatusClass.OCCUPIED) {
            sink.longCharge();
        }
        if (duration > timing.steady_s() && runs.device(start) == POINT) {
            sink.steady(runs.first(start), last);
        }
    }

    private void tellStep(Runs runs, long last, int next, PatternSink sink) {
        if (runs.first(next) - last > timing.gap_s()) {
            sink.gap();
        } else if (runs.device(next) == POINT) {
            sink.change(runs.first(next));
        }
    }

    private static boolean disagrees(Runs runs) {
        int points = 0;
        while (points < runs.size() && runs.device(points) == POINT) {
            points++;
        }
        long[] seconds = new long[2 * runs.size()];
        for (int i = 0; i < runs.size(); i++) {
            seconds[2 * i] = runs.first(i);
            seconds[2 * i + 1] = runs.last(i);
        }
        Arrays.sort(seconds);
        int[] deviceStart = deviceStarts(runs);
        int[] at = deviceStart.clone();
        for (long second : seconds) {
            if (points > 0 && disagreesAt(runs, deviceStart, at, second)) {
                return true;
            }
        }
        return false;
    }

    /** @param at the run of each device from which on to look; seconds only grow */
    private static boolean disagreesAt(Runs runs, int[] deviceStart, int[] at, long second) {
        int point = -1;
        int connectors = -1;
        for (int d = 0; d < at.length - 1; d++) {
            while (at[d] < deviceStart[d + 1] && runs.last(at[d]) < second) {
                at[d]++;
            }
            if (at[d] < deviceStart[d + 1] && runs.first(at[d]) <= second) {
                int occupied = Status.classOf(runs.status(at[d])) == StatusClass.OCCUPIED ? 1 : 0;
                if (runs.device(at[d]) == POINT) {
                    point = occupied;
                } else {
                    connectors = Math.max(connectors, occupied);
                }
            }
        }
        return point >= 0 && connectors >= 0 && point != connectors;
    }

    /** Where the runs of each device begin, and where the last one's end. */
    private static int[] deviceStarts(Runs runs) {
        int[] starts = new int[runs.size() + 1];
        int devices = 0;
        for (int i = 0; i < runs.size(); i++) {
            if (i == 0 || runs.device(i) != runs.device(i - 1)) {
                starts[devices++] = i;
            }
        }
        starts[devices] = runs.size();
        return Arrays.copyOf(starts, devices + 1);
    }

    private static int seconds(Runs runs, int start, long last) {
        return (int) Math.min(Integer.MAX_VALUE, last - runs.first(start) + 1);
    }
}
