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
        static Hour of(int device, long start, DayHours day, int hour) {
            return new Hour(
                    device,
                    start,
                    day.seconds(hour, StatusClass.AVAILABLE),
                    day.seconds(hour, StatusClass.OCCUPIED),
                    day.seconds(hour, StatusClass.BLOCKED),
                    day.seconds(hour, StatusClass.OUT_OF_SERVICE),
                    day.unknown_s(hour),
                    day.sessionsStarted(hour));
        }

        int sum_s() {
            return available_s + occupied_s + blocked_s + outOfService_s + unknown_s;
        }
    }

    static Outcome of(SettledRuns settled, PollTiming timing) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        RunStitcher.stitch(settled, timing, outcome.new Collector());
        return outcome;
    }

    /** Makes sessions and hours of the runs in the way the job does. */
    private final class Collector implements RunSink {
        private static final int HOUR_S = 3600;
        private static final int DAY_HOURS = 24;

        private final List<Run> own = new ArrayList<>();

        @Override
        public void run(int device, byte status, long start, long end, int polls) {
            own.add(new Run(device, Status.ofCode(status), start, end, polls));
            if (Status.classOf(status) == StatusClass.OCCUPIED) {
                sessions.add(new Session(device, start, end, polls));
            }
        }

        @Override
        public void endDevice(int device) {
            runs.addAll(own);
            int first = (int) (own.get(0).start() / HOUR_S);
            int last = (int) ((own.get(own.size() - 1).end() - 1) / HOUR_S);
            for (int hour = first; hour <= last; hour++) {
                DayHours day = new DayHours(hour / DAY_HOURS);
                own.forEach(run -> day.add(run.status().code(), run.start(), run.end()));
                hours.add(Hour.of(device, (long) hour * HOUR_S, day, hour % DAY_HOURS));
            }
            own.clear();
        }
    }
}
