package io.chargelake.status;

import java.util.Arrays;

/**
 * A growing columnar buffer of encoded runs: polls of one device and one status in which no step exceeds the gap that
 * was allowed when encoding. 17 bytes a run: seconds are kept as unsigned ints, 1970 to 2106. A single poll is a run
 * whose first and last second are the same.
 */
public final class Runs {
    /** Last second a buffer can hold, in the year 2106. */
    public static final long MAX_SECOND = 0xFFFF_FFFFL;

    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private int[] device;
    private int[] first;
    private int[] last;
    private int[] polls;
    private byte[] status;
    private int size;

    public Runs() {
        this(16);
    }

    public Runs(int capacity) {
        device = new int[capacity];
        first = new int[capacity];
        last = new int[capacity];
        polls = new int[capacity];
        status = new byte[capacity];
    }

    /** Whether a second can be held; callers set polls outside aside before they encode. */
    public static boolean accepts(long epochSecond) {
        return epochSecond >>> 32 == 0;
    }

    public void add(int runDevice, long runFirst, long runLast, int runPolls, byte runStatus) {
        long seconds = runLast - runFirst + 1;
        boolean countFits = runPolls == 1 ? seconds == 1 : runPolls > 1 && runPolls <= seconds;
        if (runDevice < 0 || !accepts(runFirst) || !accepts(runLast) || !countFits || !Status.isCode(runStatus)) {
            throw new IllegalArgumentException("Cannot keep run: device " + runDevice + ", seconds " + runFirst + " to "
                    + runLast + ", polls " + runPolls + ", status code " + runStatus
                    + " (device >= 0, seconds 0 to " + MAX_SECOND + " in order, one poll a second at most)");
        }
        append(runDevice, (int) runFirst, (int) runLast, runPolls, runStatus);
    }

    public void addPoll(int pollDevice, long epochSecond, byte pollStatus) {
        add(pollDevice, epochSecond, epochSecond, 1, pollStatus);
    }

    public void addAll(Runs other) {
        int n = other.size;
        reserve(n);
        System.arraycopy(other.device, 0, device, size, n);
        System.arraycopy(other.first, 0, first, size, n);
        System.arraycopy(other.last, 0, last, size, n);
        System.arraycopy(other.polls, 0, polls, size, n);
        System.arraycopy(other.status, 0, status, size, n);
        size += n;
    }

    /** Copies run {@code i} of another buffer. */
    void addFrom(Runs other, int i) {
        append(other.device[i], other.first[i], other.last[i], other.polls[i], other.status[i]);
    }

    /** The same runs by device, then first second, in time linear in runs and devices; itself if so ordered already. */
    public Runs grouped() {
        return RunOrder.group(this);
    }

    /** Where the runs of the device of run {@code start} end, in a grouped buffer. */
    public int deviceEnd(int start) {
        int end = start + 1;
        while (end < size && device[end] == device[start]) {
            end++;
        }
        return end;
    }

    /** Forgets all runs and keeps the room. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public int device(int i) {
        return device[i];
    }

    public long first(int i) {
        return first[i] & MAX_SECOND;
    }

    public long last(int i) {
        return last[i] & MAX_SECOND;
    }

    public int polls(int i) {
        return polls[i];
    }

    public byte status(int i) {
        return status[i];
    }

    /** Polls kept in all runs; polls seen minus this is what duplicates and conflicts dropped. */
    public long pollCount() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += polls[i];
        }
        return sum;
    }

    private void append(int runDevice, int runFirst, int runLast, int runPolls, byte runStatus) {
        if (size == device.length) {
            reserve(1);
        }
        int i = size++;
        device[i] = runDevice;
        first[i] = runFirst;
        last[i] = runLast;
        polls[i] = runPolls;
        status[i] = runStatus;
    }

    void reserve(int more) {
        long needed = (long) size + more;
        if (needed <= device.length) {
            return;
        }
        if (needed > MAX_CAPACITY) {
            throw new IllegalStateException(
                    "Cannot keep runs: " + needed + " in one buffer (" + MAX_CAPACITY + " allowed, use more tasks)");
        }
        int capacity = (int) Math.min(MAX_CAPACITY, Math.max(needed, device.length + (device.length >> 1) + 16L));
        device = Arrays.copyOf(device, capacity);
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
        polls = Arrays.copyOf(polls, capacity);
        status = Arrays.copyOf(status, capacity);
    }
}
