package io.chargelake.status;

import java.util.Arrays;

/**
 * Seconds by class and sessions started in the 24 UTC hours of a day, for one device at a time. What no run covers is
 * unknown.
 */
public final class DayHours {
    private static final int HOURS = 24;
    private static final int HOUR_S = 3600;
    private static final int CLASSES = StatusClass.values().length;
    private static final StatusClass[] CLASS_OF_CODE = new StatusClass[Status.values().length];

    static {
        for (Status status : Status.values()) {
            CLASS_OF_CODE[status.code()] = status.statusClass();
        }
    }

    private final long dayStart;
    private final int[] seconds = new int[HOURS * CLASSES];
    private final int[] sessions = new int[HOURS];
    private long sessionEnd; // where the device's last occupied run ended: one that adjoins starts no session

    public DayHours(long epochDay) {
        dayStart = epochDay * HOURS * HOUR_S;
        clear();
    }

    public void clear() {
        Arrays.fill(seconds, 0);
        Arrays.fill(sessions, 0);
        sessionEnd = -1;
    }

    /** Adds a run, in order of time; what of it lies outside the day is left out. */
    public void add(byte status, long start, long end) {
        StatusClass statusClass = CLASS_OF_CODE[status];
        int from = (int) Math.max(0, start - dayStart);
        int to = (int) Math.min(HOURS * HOUR_S, end - dayStart);
        if (statusClass == StatusClass.OCCUPIED) {
            if (start >= dayStart && start < dayStart + HOURS * HOUR_S && start != sessionEnd) {
                sessions[from / HOUR_S]++;
            }
            sessionEnd = end;
        }
        int at = from;
        while (at < to) {
            int hour = at / HOUR_S;
            int until = Math.min(to, (hour + 1) * HOUR_S);
            seconds[hour * CLASSES + statusClass.ordinal()] += until - at;
            at = until;
        }
    }

    /** Seconds of an hour in a class other than unknown. */
    public int seconds(int hour, StatusClass statusClass) {
        return seconds[hour * CLASSES + statusClass.ordinal()];
    }

    /** Seconds of an hour that are unknown or not observed. */
    public int unknown_s(int hour) {
        int known = 0;
        for (int i = hour * CLASSES; i < (hour + 1) * CLASSES; i++) {
            known += seconds[i];
        }
        return HOUR_S - known + seconds[hour * CLASSES + StatusClass.UNKNOWN.ordinal()];
    }

    /** Where the hours end that are like hour {@code from} in all they count. */
    public int endOfAlike(int from, int to) {
        int end = from + 1;
        while (end < to && areAlike(from, end)) {
            end++;
        }
        return end;
    }

    public int sessionsStarted(int hour) {
        return sessions[hour];
    }

    private boolean areAlike(int hour, int other) {
        return sessions[hour] == sessions[other]
                && Arrays.equals(
                        seconds, hour * CLASSES, (hour + 1) * CLASSES, seconds, other * CLASSES, (other + 1) * CLASSES);
    }
}
