package io.chargelake.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The meaning of runs, sessions and hours written down plainly: sort, resolve, then walk second by second where that is
 * the simplest. Shares no code with what it checks; ranks and classes are spelled out again on purpose.
 */
final class Reference {
    private Reference() {}

    static Outcome of(List<Poll> polls, PollTiming timing) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Integer, TreeMap<Long, Status>> devices = new TreeMap<>();
        for (Poll poll : polls) {
            devices.computeIfAbsent(poll.device(), d -> new TreeMap<>())
                    .merge(poll.second(), poll.status(), (a, b) -> key(a).compareTo(key(b)) >= 0 ? a : b);
        }
        devices.forEach((device, resolved) -> addDevice(device, resolved, timing, outcome));
        return outcome;
    }

    static int rank(Status status) {
        return switch (status) {
            case OUTOFORDER, INOPERATIVE, PLANNED, REMOVED -> 5;
            case CHARGING -> 4;
            case BLOCKED, RESERVED -> 3;
            case AVAILABLE -> 2;
            case UNKNOWN -> 1;
        };
    }

    /** Seconds for which the poll at {@code second} speaks. */
    static long holds(NavigableMap<Long, Status> resolved, long second, PollTiming timing) {
        Long next = resolved.higherKey(second);
        return next != null && next - second <= timing.maxGap_s() ? next - second : timing.pollInterval_s();
    }

    private static String key(Status status) {
        return rank(status) + status.name();
    }

    private static void addDevice(int device, NavigableMap<Long, Status> resolved, PollTiming timing, Outcome outcome) {
        List<Outcome.Run> runs = new ArrayList<>();
        resolved.forEach((second, status) -> {
            long end = second + holds(resolved, second, timing);
            Long before = resolved.lowerKey(second);
            boolean goesOn = before != null && second - before <= timing.maxGap_s() && resolved.get(before) == status;
            if (goesOn) {
                Outcome.Run run = runs.remove(runs.size() - 1);
                runs.add(new Outcome.Run(device, status, run.start(), end, run.polls() + 1));
            } else {
                runs.add(new Outcome.Run(device, status, second, end, 1));
            }
        });
        outcome.runs().addAll(runs);
        for (Outcome.Run run : runs) {
            if (rank(run.status()) == 4) {
                outcome.sessions().add(new Outcome.Session(device, run.start(), run.end(), run.polls()));
            }
        }
        addHours(device, runs, outcome);
    }

    private static void addHours(int device, List<Outcome.Run> runs, Outcome outcome) {
        long firstHour = runs.get(0).start() / 3600;
        long lastHour = (runs.get(runs.size() - 1).end() - 1) / 3600;
        for (long h = firstHour; h <= lastHour; h++) {
            long from = h * 3600;
            Map<Integer, Long> seconds = new TreeMap<>(Map.of(1, 0L, 2, 0L, 3, 0L, 4, 0L, 5, 0L));
            Map<Status, Integer> started = new EnumMap<>(Status.class);
            for (Outcome.Run run : runs) {
                long overlap = Math.min(run.end(), from + 3600) - Math.max(run.start(), from);
                seconds.merge(rank(run.status()), Math.max(0, overlap), Long::sum);
                if (run.start() >= from && run.start() < from + 3600) {
                    started.merge(run.status(), 1, Integer::sum);
                }
            }
            int out = Math.toIntExact(seconds.get(5));
            int occupied = Math.toIntExact(seconds.get(4));
            int blocked = Math.toIntExact(seconds.get(3));
            int available = Math.toIntExact(seconds.get(2));
            int unknown = 3600 - out - occupied - blocked - available;
            int sessions = started.getOrDefault(Status.CHARGING, 0);
            outcome.hours().add(new Outcome.Hour(device, from, available, occupied, blocked, out, unknown, sessions));
        }
    }
}
