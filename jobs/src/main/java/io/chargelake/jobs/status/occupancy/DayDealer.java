package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.DayRunsWriter;
import io.chargelake.status.PollTiming;
import io.chargelake.status.RunParts;
import io.chargelake.status.RunSink;
import io.chargelake.status.RunStitcher;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import scala.Tuple2;

/**
 * Deals the final runs of some devices out to the days whose rows they decide on. A day that is written gets the runs
 * that overlap it; linear in runs and in devices times days.
 *
 * <p>Other days get only what changes there: a run that reaches beyond the days written, for the day of its last poll,
 * and the hours between two polls of a device that was silent for so long, if no day between was ever written.
 */
final class DayDealer implements RunSink {
    private static final int HOUR_S = 3600;
    private static final int DAY_HOURS = 24;

    private record Run(byte status, long start, long end, long lastPoll, int polls, byte[] parts) {}

    private final Timelines timelines;
    private final Scope scope;
    private final PollTiming timing;
    private final IntUnaryOperator numberOf;
    private final Map<Long, DayRunsWriter> days = new TreeMap<>();
    private final List<Run> runs = new ArrayList<>(); // of the device that passes
    private final RunParts parts = new RunParts();
    private long lastPoll;

    private DayDealer(Timelines timelines, Scope scope, PollTiming timing, IntUnaryOperator numberOf) {
        this.timelines = timelines;
        this.scope = scope;
        this.timing = timing;
        this.numberOf = numberOf;
    }

    /** @param numberOf the number, in order, by which all tasks know a device */
    static Iterator<Tuple2<Long, byte[]>> deal(
            Timelines timelines, Scope scope, PollTiming timing, IntUnaryOperator numberOf) {
        DayDealer dealer = new DayDealer(timelines, scope, timing, numberOf);
        RunStitcher stitcher = new RunStitcher(timing, dealer);
        timelines.pass((place, runs) -> stitcher.device(place, runs, 0, runs.size(), timelines.nextPoll(place)));
        return dealer.days.entrySet().stream()
                .map(day -> new Tuple2<>(day.getKey(), day.getValue().bytes()))
                .iterator();
    }

    @Override
    public void part(long first, long last, int polls) {
        parts.add(first, last, polls);
        lastPoll = last;
    }

    @Override
    public void run(int device, byte status, long start, long end, int polls) {
        runs.add(new Run(status, start, end, lastPoll, polls, parts.take()));
    }

    @Override
    public void endDevice(int device) {
        int number = numberOf.applyAsInt(device);
        fillSilenceBefore(number);
        dealWrittenDays(number);
        dealRunBeyond(number, timelines.last(device));
        fillSilenceAfter(number);
        runs.clear();
    }

    private void dealWrittenDays(int number) {
        long firstHour = runs.get(0).start() / HOUR_S;
        long endHour = (runs.get(runs.size() - 1).end() - 1) / HOUR_S + 1;
        long end = Math.min(scope.endWritten(), (endHour - 1) / DAY_HOURS + 1);
        int next = 0;
        for (long day = Math.max(scope.firstWritten(), firstHour / DAY_HOURS); day < end; day++) {
            while (next < runs.size() && runs.get(next).end() <= Scope.start(day)) {
                next++;
            }
            int from = (int) Math.max(0, firstHour - day * DAY_HOURS);
            int to = (int) Math.min(DAY_HOURS, endHour - day * DAY_HOURS);
            DayRunsWriter writer = day(day);
            writer.device(number, from, to);
            for (int i = next; i < runs.size() && runs.get(i).start() < Scope.start(day + 1); i++) {
                add(runs.get(i), day, writer);
            }
        }
    }

    private static void add(Run run, long day, DayRunsWriter writer) {
        if (Scope.dayOf(run.lastPoll()) == day) {
            writer.ownRun(run.status(), run.start(), run.end(), run.lastPoll(), run.polls(), run.parts());
        } else {
            writer.otherRun(run.status(), run.start(), run.end());
        }
    }

    /** The last run may overlap days written, but lie on a later one; there it replaces what is stored, if it changed. */
    private void dealRunBeyond(int number, StoredRun stored) {
        Run run = runs.get(runs.size() - 1);
        long day = Scope.dayOf(run.lastPoll());
        boolean isBeyond = day >= scope.endWritten() && run.start() < Scope.start(scope.endWritten());
        if (isBeyond && (stored.start() != run.start() || stored.polls() != run.polls())) {
            DayRunsWriter writer = day(day);
            writer.device(number, 0, 0);
            add(run, day, writer);
        }
    }

    /** The device fell silent before the days written and is heard again in those computed. */
    private void fillSilenceBefore(int number) {
        int next = 0;
        while (next < runs.size() && runs.get(next).lastPoll() < Scope.start(scope.firstWritten())) {
            next++;
        }
        if (next > 0 && next < runs.size() && scope.computes(runs.get(next).start())) {
            fill(number, (runs.get(next - 1).end() - 1) / HOUR_S + 1, scope.firstWritten() * DAY_HOURS);
        }
    }

    /** The device falls silent in the days computed and is heard again after those written. */
    private void fillSilenceAfter(int number) {
        int last = runs.size() - 1;
        if (last > 0
                && runs.get(last).start() >= Scope.start(scope.endWritten())
                && scope.computes(runs.get(last - 1).lastPoll())) {
            fill(number, scope.endWritten() * DAY_HOURS, runs.get(last).start() / HOUR_S);
        }
    }

    private void fill(int number, long fromHour, long toHour) {
        for (long day = fromHour / DAY_HOURS; day * DAY_HOURS < toHour; day++) {
            int from = (int) Math.max(0, fromHour - day * DAY_HOURS);
            int to = (int) Math.min(DAY_HOURS, toHour - day * DAY_HOURS);
            day(day).device(number, from, to);
        }
    }

    private DayRunsWriter day(long day) {
        return days.computeIfAbsent(day, d -> new DayRunsWriter(d, timing.pollInterval_s()));
    }
}
