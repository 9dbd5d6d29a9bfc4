package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.DayHours;
import io.chargelake.status.PollTiming;
import io.chargelake.status.RunEncoder;
import io.chargelake.status.Runs;
import io.chargelake.status.Status;
import io.chargelake.status.StatusClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import scala.Tuple2;

/** The three tables without a lake: what is stored, found and replaced, by the same steps as the job's. */
final class MemoryTables {
    private static final Device DEVICE = new Device(DeviceNumbers.POINT, "P");

    record Poll(int device, long second, Status status) {}

    private final PollTiming timing;
    private final Map<String, StoredRun> runs = new TreeMap<>();
    private final Map<String, String> sessions = new TreeMap<>();
    private final Map<String, String> hours = new TreeMap<>();

    MemoryTables(PollTiming timing) {
        this.timing = timing;
    }

    /** A run of the job over some days of all polls. */
    void compute(List<Poll> polls, long firstDay, long endDay) {
        Scope scope = Scope.of(firstDay, endDay, timing);
        Share share =
                share(polls.stream().filter(p -> scope.computes(p.second())).toList());
        List<StoredRun> stored = new ArrayList<>(around(scope));
        Timelines near = Timelines.of(share, stored, scope);
        List<Device> silent = silent(scope, List.of(near.devices()));
        stored.addAll(nearest(
                Stream.concat(near.beginningFrom(Scope.start(scope.firstWritten())).stream(), silent.stream()),
                run -> dayOf(run) < scope.firstNeeded(),
                false));
        stored.addAll(nearest(
                Stream.concat(near.endingBefore(Scope.start(scope.endWritten())).stream(), silent.stream()),
                run -> run.start() >= Scope.start(scope.endWritten()),
                true));
        Timelines all = Timelines.of(share, stored, scope);
        runs.values().removeIf(run -> scope.writes(dayOf(run)));
        sessions.keySet()
                .removeIf(key -> scope.writes(Long.parseLong(key.substring(0, 6).trim())));
        hours.keySet()
                .removeIf(key -> scope.writes(Long.parseLong(key.substring(0, 6).trim())));
        DayDealer.deal(all, scope, timing, place -> place).forEachRemaining(day -> write(day, all.devices()));
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        runs.forEach((key, run) ->
                rows.add("run " + key + " " + run.status() + " " + run.start() + "-" + run.end() + " " + run.polls()));
        sessions.forEach((key, session) -> rows.add("session " + key + " " + session));
        hours.forEach((key, hour) -> rows.add("hour " + key + " " + hour));
        return rows;
    }

    private Share share(List<Poll> polls) {
        RunEncoder encoder = new RunEncoder(timing);
        polls.stream()
                .sorted(Comparator.comparingLong(Poll::second))
                .forEach(poll ->
                        encoder.add(poll.device(), poll.second(), poll.status().code()));
        Runs encoded = encoder.take();
        List<Pieces> pieces =
                Pieces.deal(encoded, i -> new Device(DEVICE.type(), DEVICE.id() + i), 1, new PollTally()).stream()
                        .map(Tuple2::_2)
                        .toList();
        return Share.gather(pieces.iterator());
    }

    private List<StoredRun> around(Scope scope) {
        return runs.values().stream()
                .filter(run -> dayOf(run) >= scope.firstNeeded())
                .filter(run -> run.start() < Scope.start(scope.firstDay()) || dayOf(run) >= scope.endDay())
                .filter(run -> dayOf(run) < scope.endWritten() || run.start() < Scope.start(scope.endWritten()))
                .toList();
    }

    private List<Device> silent(Scope scope, List<Device> known) {
        return hours.keySet().stream()
                .filter(key -> key.startsWith("%5d ".formatted(scope.firstWritten())) && key.endsWith(" 0"))
                .map(key -> new Device(DEVICE.type(), key.split(" ", 3)[1]))
                .filter(device -> !known.contains(device))
                .toList();
    }

    private List<StoredRun> nearest(Stream<Device> devices, Predicate<StoredRun> where, boolean first) {
        Comparator<StoredRun> order = Comparator.comparingLong(StoredRun::lastPoll);
        return devices.map(device -> runs.values().stream()
                        .filter(run -> run.device().equals(device) && where.test(run))
                        .min(first ? order : order.reversed())
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private void write(Tuple2<Long, byte[]> dealt, Device[] devices) {
        long day = dealt._1();
        try {
            DayTask.run(day, List.of(dealt._2()), new OccupancyRows() {
                @Override
                public void run(int device, byte status, long start, long end, int polls, long lastPoll, byte[] parts) {
                    runs.put(
                            key(day, devices[device], lastPoll),
                            new StoredRun(devices[device], status, start, lastPoll, end, polls, parts));
                }

                @Override
                public void session(int device, long start, long end, int polls, long lastPoll) {
                    sessions.put(key(day, devices[device], lastPoll), start + "-" + end + " " + polls);
                }

                @Override
                public void hours(int device, int from, int to, DayHours alike) {
                    for (int hour = from; hour < to; hour++) {
                        add(device, hour, alike);
                    }
                }

                private void add(int device, int hour, DayHours of) {
                    StringBuilder seconds = new StringBuilder();
                    for (StatusClass statusClass : StatusClass.values()) {
                        seconds.append(
                                        statusClass == StatusClass.UNKNOWN
                                                ? of.unknown_s(hour)
                                                : of.seconds(hour, statusClass))
                                .append(' ');
                    }
                    hours.put(
                            key(day, devices[device], hour),
                            seconds.append(of.sessionsStarted(hour)).toString());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(long day, Device device, long at) {
        return "%5d %s %10d".formatted(day, device.id(), at);
    }

    private static long dayOf(StoredRun run) {
        return Scope.dayOf(run.lastPoll());
    }
}
