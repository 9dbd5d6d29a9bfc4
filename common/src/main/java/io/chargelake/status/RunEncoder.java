package io.chargelake.status;

import java.util.Arrays;

/**
 * Encodes polls to runs in one pass, at a few array accesses a poll and 32 bytes of state a device.
 *
 * <p>A <em>stretch</em> is a sequence of polls of one device, as they come, in which time never goes back, no step
 * exceeds the gap and none crosses midnight (UTC), so that every run lies within a day; a poll outside ends the device's stretch and begins another. The first and the last poll of a stretch
 * become runs of their own, <em>loose seams</em>: where two stretches share a second (a poll cut in the middle, a
 * duplicate on both sides), two single polls meet and the greater status wins, without knowing what came before or after.
 * So pieces cut anywhere, encoded anywhere, stitch to what one pass over all would have given (see {@link RunSettler}).
 *
 * <p>A stretch runs on over a missing poll shorter than the gap. If that poll comes later from elsewhere the window has
 * to be seen again; a feed avoids this by {@link #cut} wherever its input jumps, for instance at the end of a file.
 *
 * <p>Devices are small ints, for instance of a dictionary. Of the polls dropped at one second of a stretch, those equal
 * to the greatest status so far count as duplicates, others as conflicts. Not thread-safe: one encoder a task.
 */
public final class RunEncoder {
    // Per device four longs side by side, half a cache line. A poll is a key: second << 4 | status code.
    private static final int PENDING = 0; // the last poll, which may still gain a greater status
    private static final int SETTLED = 1; // the poll before, where the open run ends; or one of the two marks below
    private static final int FIRST = 2; // first second of the open run
    private static final int POLLS = 3; // polls of the open run
    private static final int LONGS_SHIFT = 2;

    private static final int DAY_S = 86_400;
    private static final int STATUS_MASK = 15;
    private static final long NO_STRETCH = Long.MIN_VALUE; // as pending: further than any gap from any second
    private static final long AT_FIRST_POLL = -1; // as settled: status bits that no poll has, so that no run extends
    private static final long AFTER_FIRST_POLL = -17;

    private static final int GREATEST_CODE = Status.REMOVED.code();
    private static final int MAX_DEVICES = 1 << 28;

    private final long maxGap;
    private long[] state = new long[0];
    private int devices;
    private long now = -1; // second of the last poll: devices are mostly polled together
    private long reach; // longest step to a poll now that keeps a stretch
    private Runs runs = new Runs();
    private long polls;
    private long duplicates;
    private long conflicts;

    public RunEncoder(PollTiming timing) {
        maxGap = timing.maxGap_s();
    }

    /** Adds the next poll; refuses a second that {@link Runs#accepts} does not, or what is no status code. */
    public void add(int device, long epochSecond, byte status) {
        addAll(new int[] {device}, new long[] {epochSecond}, new int[] {status}, 1);
    }

    /**
     * Adds the next polls, the first {@code count} of the arrays, as {@link #add} would one by one. The one hot loop of
     * all: state is in local variables, and what holds for all polls of a second is worked out once.
     */
    public void addAll(int[] device, long[] epochSecond, int[] status, int count) {
        long[] s = state;
        long second = now;
        long step = reach;
        for (int i = 0; i < count; i++) {
            int d = device[i];
            long t = epochSecond[i];
            int code = status[i];
            // one branch for both: a negative on either side of the codes shows in the sign bit
            if (((GREATEST_CODE - code | code) >>> 31 | t >>> 32) != 0) {
                throw refused(d, t, code);
            }
            if (t != second) {
                second = t;
                step = Math.min(maxGap, t % DAY_S);
            }
            if (d >= devices || d < 0) {
                grow(d);
                s = state;
            }
            int at = d << LONGS_SHIFT;
            long key = t << 4 | code;
            long pending = s[at + PENDING];
            // one unsigned comparison for 0 < step <= reach
            if (t - (pending >> 4) - 1 + Long.MIN_VALUE < step + Long.MIN_VALUE) {
                if (((pending ^ s[at + SETTLED]) & STATUS_MASK) == 0) {
                    s[at + POLLS]++;
                    s[at + SETTLED] = pending;
                } else {
                    s[at + SETTLED] = turn(d, at, pending);
                }
                s[at + PENDING] = key;
            } else if (pending >> 4 == t) {
                merge(at, key, pending);
            } else {
                close(d);
                s[at + PENDING] = key;
                s[at + SETTLED] = AT_FIRST_POLL;
            }
        }
        now = second;
        reach = step;
        polls += count;
    }

    /** Ends the stretches of all devices: to be called where the input jumps to another piece of time. */
    public void cut() {
        for (int device = 0; device < devices; device++) {
            close(device);
        }
    }

    /** Ends all stretches and hands over the runs encoded since the last call. */
    public Runs take() {
        cut();
        Runs taken = runs;
        runs = new Runs();
        return taken;
    }

    /** Runs finished and not yet taken, for a feed that bounds its memory. */
    public int pendingRuns() {
        return runs.size();
    }

    public long polls() {
        return polls;
    }

    public long duplicates() {
        return duplicates;
    }

    public long conflicts() {
        return conflicts;
    }

    /** The pending poll has a successor, and its status differs from the open run's: what is settled from here on. */
    private long turn(int device, int at, long pending) {
        long settled = state[at + SETTLED];
        if (settled == AT_FIRST_POLL) {
            emitPoll(device, pending);
            return AFTER_FIRST_POLL;
        }
        emitOpenRun(device, at, settled);
        state[at + FIRST] = pending >> 4;
        state[at + POLLS] = 1;
        return pending;
    }

    private void merge(int at, long key, long pending) {
        if (key == pending) {
            duplicates++;
        } else {
            conflicts++;
            state[at + PENDING] = Math.max(key, pending);
        }
    }

    private void close(int device) {
        int at = device << LONGS_SHIFT;
        long pending = state[at + PENDING];
        if (pending != NO_STRETCH) {
            emitOpenRun(device, at, state[at + SETTLED]);
            emitPoll(device, pending);
            state[at + PENDING] = NO_STRETCH;
        }
    }

    private void emitOpenRun(int device, int at, long settled) {
        if (settled >= 0) {
            int count = Math.toIntExact(state[at + POLLS]);
            runs.add(device, state[at + FIRST], settled >> 4, count, (byte) (settled & STATUS_MASK));
        }
    }

    private void emitPoll(int device, long key) {
        runs.addPoll(device, key >> 4, (byte) (key & STATUS_MASK));
    }

    private void grow(int device) {
        if (device < 0 || device >= MAX_DEVICES) {
            throw new IllegalArgumentException(
                    "Cannot encode poll: device number " + device + " (0 to " + (MAX_DEVICES - 1) + " are allowed)");
        }
        int before = devices;
        devices = (int) Math.min(MAX_DEVICES, Math.max(device + 1L, before + (before >> 1) + 64L));
        state = Arrays.copyOf(state, devices << LONGS_SHIFT);
        for (int d = before; d < devices; d++) {
            state[(d << LONGS_SHIFT) + PENDING] = NO_STRETCH;
        }
    }

    private static IllegalArgumentException refused(int device, long epochSecond, int status) {
        return new IllegalArgumentException("Cannot encode poll of device " + device + ": second " + epochSecond
                + ", status code " + status + " (seconds 0 to " + Runs.MAX_SECOND + ", codes of Status are allowed)");
    }
}
