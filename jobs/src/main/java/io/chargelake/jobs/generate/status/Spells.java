package io.chargelake.jobs.generate.status;

import java.util.Arrays;

/** A growing list of [start, end) in epoch seconds with a status, in primitive arrays: reused, never boxed. */
final class Spells {

    /** Epoch seconds until 2100 take 32 bits, so that start and index fit one sortable long. */
    private static final int INDEX_BITS = 30;

    private long[] startS = new long[16];
    private long[] endS = new long[16];
    private byte[] status = new byte[16];
    private int size;

    void clear() {
        size = 0;
    }

    /** Ignores an empty spell. */
    void add(long start, long end, DeviceStatus what) {
        if (start >= end) {
            return;
        }
        if (size == startS.length) {
            startS = Arrays.copyOf(startS, 2 * size);
            endS = Arrays.copyOf(endS, 2 * size);
            status = Arrays.copyOf(status, 2 * size);
        }
        startS[size] = start;
        endS[size] = end;
        status[size++] = what.code();
    }

    void addAll(Spells others) {
        for (int i = 0; i < others.size; i++) {
            add(others.startS[i], others.endS[i], DeviceStatus.of(others.status[i]));
        }
    }

    /** Forgets all but the first spells. */
    void truncate(int first) {
        size = first;
    }

    int size() {
        return size;
    }

    long startS(int i) {
        return startS[i];
    }

    long endS(int i) {
        return endS[i];
    }

    byte status(int i) {
        return status[i];
    }

    boolean covers(long second) {
        for (int i = 0; i < size; i++) {
            if (startS[i] <= second && second < endS[i]) {
                return true;
            }
        }
        return false;
    }

    /** The start of the first spell that begins inside (after, before), else {@code before}. */
    long firstStartBetween(long after, long before) {
        long first = before;
        for (int i = 0; i < size; i++) {
            if (startS[i] > after && startS[i] < first) {
                first = startS[i];
            }
        }
        return first;
    }

    /** The time covered by any spell, in order: overlapping and touching ones merged. O(n log n). */
    Spells union() {
        long[] byStart = new long[size];
        for (int i = 0; i < size; i++) {
            byStart[i] = startS[i] << INDEX_BITS | i;
        }
        Arrays.sort(byStart);
        Spells union = new Spells();
        for (long key : byStart) {
            int i = (int) (key & ((1L << INDEX_BITS) - 1));
            int last = union.size - 1;
            if (last >= 0 && startS[i] <= union.endS[last]) {
                union.endS[last] = Math.max(union.endS[last], endS[i]);
            } else {
                union.add(startS[i], endS[i], DeviceStatus.of(status[i]));
            }
        }
        return union;
    }

    /** When both lists have a spell, with what a point says that has these two connectors. O(n m), for short lists. */
    Spells intersection(Spells others) {
        Spells both = new Spells();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < others.size; j++) {
                byte seen = DeviceStatus.ofPoint(status[i], others.status[j]);
                long start = Math.max(startS[i], others.startS[j]);
                both.add(start, Math.min(endS[i], others.endS[j]), DeviceStatus.of(seen));
            }
        }
        return both;
    }

    long count(DeviceStatus what) {
        return only(what).size;
    }

    Spells only(DeviceStatus what) {
        Spells some = new Spells();
        for (int i = 0; i < size; i++) {
            if (status[i] == what.code()) {
                some.add(startS[i], endS[i], what);
            }
        }
        return some;
    }

    /** What lies inside a period, cut at its ends. */
    Spells within(long fromS, long toS) {
        Spells inside = new Spells();
        for (int i = 0; i < size; i++) {
            inside.add(Math.max(fromS, startS[i]), Math.min(toS, endS[i]), DeviceStatus.of(status[i]));
        }
        return inside;
    }
}
