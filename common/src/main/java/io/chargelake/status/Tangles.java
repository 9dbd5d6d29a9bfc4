package io.chargelake.status;

import java.util.Arrays;

/**
 * Windows in which polls have to be seen again, by device and time, never overlapping. Small enough to be sent to every
 * task; {@link #covers} costs a binary search, so a feed can filter hundreds of millions of polls by it.
 */
public final class Tangles {
    private long[] starts = new long[0]; // device << 32 | from, ascending
    private long[] ends = new long[0]; // last second
    private int size;

    /** Appends a window; they come by device, then time. */
    public void add(Tangle tangle) {
        long start = key(tangle.device(), tangle.from());
        if (size > 0 && start <= ((starts[size - 1] & ~Runs.MAX_SECOND) | ends[size - 1])) {
            throw new IllegalArgumentException(
                    "Cannot add " + tangle + ": not after " + get(size - 1) + " (by device, then time, is allowed)");
        }
        if (size == starts.length) {
            int capacity = size + (size >> 1) + 16;
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        starts[size] = start;
        ends[size++] = tangle.to();
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    public Tangle get(int i) {
        if (i >= size) {
            throw new IndexOutOfBoundsException("Cannot read tangle: no window " + i + " (" + size + " there are)");
        }
        return new Tangle((int) (starts[i] >>> 32), starts[i] & Runs.MAX_SECOND, ends[i]);
    }

    /** Whether a poll lies in a window and so has to be seen again. */
    public boolean covers(int device, long epochSecond) {
        return indexOf(device, epochSecond) >= 0;
    }

    /** The window that holds a second of a device, or -1. */
    int indexOf(int device, long epochSecond) {
        int found = Arrays.binarySearch(starts, 0, size, key(device, epochSecond));
        int window = found >= 0 ? found : -found - 2;
        boolean holds = window >= 0 && starts[window] >>> 32 == device && epochSecond <= ends[window];
        return holds ? window : -1;
    }

    private static long key(int device, long second) {
        return (long) device << 32 | second;
    }
}
