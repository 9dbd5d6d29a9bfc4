package io.chargelake.status;

import java.util.ArrayList;
import java.util.List;

/** The final runs, sessions and hours of some polls, as values that tests compare. */
record Outcome(List<Run> runs, List<Session> sessions, List<Hour> hours) {
    record Run(int device, Status status, long start, long end, int polls) {}

    record Session(int device, long start, long end, int polls) {}

    record Hour(
            int device,
            long start,
            int available_s,
            int occupied_s,
            int blocked_s,
            int outOfService_s,
            int unknown_s,
            int sessionsStarted) {
        int sum_s() {
            return available_s + occupied_s + blocked_s + outOfService_s + unknown_s;
        }
    }

    static Outcome of(SettledRuns settled, PollTiming timing) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        OccupancyHours.Sink hours = outcome::hour;
        RunSink sink =
                RunSink.all(outcome.runSink(), new Sessions(outcome::session), new OccupancyHours(timing, hours));
        RunStitcher.stitch(settled, timing, sink);
        return outcome;
    }

    RunSink runSink() {
        return (device, status, start, end, polls) ->
                runs.add(new Run(device, Status.ofCode(status), start, end, polls));
    }

    void session(int device, long start, long end, int polls) {
        sessions.add(new Session(device, start, end, polls));
    }

    void hour(int device, long start, int free, int taken, int blocked, int out, int unknown, int started) {
        hours.add(new Hour(device, start, free, taken, blocked, out, unknown, started));
    }
}
