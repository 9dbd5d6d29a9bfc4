package io.chargelake.status;

import io.chargelake.bytes.VarintReader;

/** Reads what {@link DayRunsWriter} wrote, device by device, run by run, without an object for either. */
public final class DayRunsReader {
    private static final int GREATEST_HEAD = 127;

    private final VarintReader in;
    private final long dayStart;
    private final long pollInterval_s;
    private int device;
    private int fromHour;
    private int toHour;
    private byte status;
    private boolean own;
    private long start;
    private long end;
    private long lastPoll;
    private int polls;
    private byte[] parts = new byte[0];

    public DayRunsReader(byte[] day) {
        in = new VarintReader(day);
        dayStart = in.upTo(Runs.MAX_SECOND);
        pollInterval_s = in.upTo(Integer.MAX_VALUE);
    }

    /** Goes to the next device; all runs of the one before must have been read. */
    public boolean nextDevice() {
        if (!in.hasMore()) {
            return false;
        }
        long head = in.upTo(2L * Integer.MAX_VALUE + 1);
        device += (int) (head >>> 1);
        boolean whole = (head & 1) == 0;
        fromHour = whole ? 0 : (int) in.upTo(DayRunsWriter.DAY_HOURS);
        toHour = whole ? DayRunsWriter.DAY_HOURS : (int) in.upTo(DayRunsWriter.DAY_HOURS);
        end = dayStart;
        return true;
    }

    /** Goes to the device's next run. */
    public boolean nextRun() {
        int head = (int) in.upTo(GREATEST_HEAD);
        if (head == 0) {
            return false;
        }
        status = (byte) ((head & DayRunsWriter.STATUS_MASK) - 1);
        start = (head & DayRunsWriter.ADJOINS) != 0 ? end : end + in.signed();
        own = (head & DayRunsWriter.OWN) != 0;
        if (own) {
            polls = (int) in.upTo(Integer.MAX_VALUE);
            lastPoll = start + (polls - 1) * pollInterval_s + in.signed();
            end = lastPoll + pollInterval_s + in.signed();
            parts = (head & DayRunsWriter.HAS_PARTS) != 0 ? in.block() : new byte[0];
        } else {
            end = start + in.unsigned();
        }
        return true;
    }

    public int device() {
        return device;
    }

    /** First hour of the day to be counted for the device. */
    public int fromHour() {
        return fromHour;
    }

    /** The hour before which counting ends. */
    public int toHour() {
        return toHour;
    }

    public byte status() {
        return status;
    }

    /** Whether the run's last poll lies in this day; only then {@link #lastPoll} and those after it are known. */
    public boolean isOwn() {
        return own;
    }

    /** Of a run that is not the day's own, some second before the day if it began before. */
    public long start() {
        return start;
    }

    public long end() {
        return end;
    }

    public long lastPoll() {
        return lastPoll;
    }

    public int polls() {
        return polls;
    }

    /** See {@link RunParts}; empty if the run lies within the day. */
    public byte[] parts() {
        return parts;
    }
}
