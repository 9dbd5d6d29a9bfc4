package io.chargelake.jobs.status.occupancy;

import java.io.Serializable;

/** What a task saw of its polls. Tallies travel with what the task made, so that a task run twice counts once. */
final class PollTally implements Serializable {
    private static final long serialVersionUID = 1;

    private final long[] refused = new long[Refusal.values().length];
    private long read;
    private long unknownWords;
    private long conflicts;
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;

    static PollTally sum(Iterable<PollTally> tallies) {
        PollTally sum = new PollTally();
        tallies.forEach(sum::add);
        return sum;
    }

    void read(int polls) {
        read += polls;
    }

    void refuse(Refusal why) {
        refused[why.ordinal()]++;
    }

    void unknownWord() {
        unknownWords++;
    }

    void conflicts(long polls) {
        conflicts += polls;
    }

    void day(long epochDay) {
        firstDay = Math.min(firstDay, epochDay);
        lastDay = Math.max(lastDay, epochDay);
    }

    long reads() {
        return read;
    }

    long refused(Refusal why) {
        return refused[why.ordinal()];
    }

    long refused() {
        long sum = 0;
        for (long count : refused) {
            sum += count;
        }
        return sum;
    }

    long unknownWords() {
        return unknownWords;
    }

    long conflicts() {
        return conflicts;
    }

    /** No poll was accepted. */
    boolean isEmpty() {
        return firstDay > lastDay;
    }

    long firstDay() {
        return firstDay;
    }

    long lastDay() {
        return lastDay;
    }

    private void add(PollTally other) {
        for (int i = 0; i < refused.length; i++) {
            refused[i] += other.refused[i];
        }
        read += other.read;
        unknownWords += other.unknownWords;
        conflicts += other.conflicts;
        firstDay = Math.min(firstDay, other.firstDay);
        lastDay = Math.max(lastDay, other.lastDay);
    }
}
