package io.chargelake.status;

import io.chargelake.bytes.VarintWriter;

/**
 * Writes the runs that overlap one UTC day, by device, then time, in about five bytes a run: what the rows of that day
 * are made of. A run belongs to the day of its last poll; other days it overlaps only count its hours.
 */
public final class DayRunsWriter {
    static final int STATUS_MASK = 15;
    static final int ADJOINS = 16;
    static final int OWN = 32;
    static final int HAS_PARTS = 64;
    static final int DAY_HOURS = 24;
    static final int DAY_S = 86_400;

    private final long dayStart;
    private final int pollInterval_s;
    private final VarintWriter out = new VarintWriter(1024);
    private int device;
    private boolean open;
    private long before; // where the device's last run ended

    /** @param pollInterval_s what polls are likely to be apart: the nearer, the fewer bytes */
    public DayRunsWriter(long epochDay, int pollInterval_s) {
        this.dayStart = epochDay * DAY_S;
        this.pollInterval_s = pollInterval_s;
        out.unsigned(dayStart);
        out.unsigned(pollInterval_s);
    }

    /** Begins a device, in ascending order. Its hours from the first to before the last given are to be counted. */
    public void device(int number, int fromHour, int toHour) {
        if (fromHour < 0 || toHour < fromHour || toHour > DAY_HOURS || number < device) {
            throw new IllegalArgumentException("Cannot write day: device " + number + " after " + device + ", hours "
                    + fromHour + " to " + toHour + " (0 to 24 in order are allowed, devices ascend)");
        }
        endDevice();
        boolean whole = fromHour == 0 && toHour == DAY_HOURS;
        out.unsigned((long) (number - device) << 1 | (whole ? 0 : 1));
        if (!whole) {
            out.unsigned(fromHour);
            out.unsigned(toHour);
        }
        device = number;
        open = true;
        before = dayStart;
    }

    /** Adds a run of the device whose last poll lies in the day. */
    public void ownRun(byte status, long start, long end, long lastPoll, int polls, byte[] parts) {
        head(status, start, OWN | (parts.length > 0 ? HAS_PARTS : 0));
        out.unsigned(polls);
        out.signed(lastPoll - start - (long) (polls - 1) * pollInterval_s);
        out.signed(end - lastPoll - pollInterval_s);
        if (parts.length > 0) {
            out.block(parts);
        }
        before = end;
    }

    /** Adds a run of the device that only overlaps the day. */
    public void otherRun(byte status, long start, long end) {
        long from = Math.max(start, dayStart - 1); // that it began before is all a day needs to know
        long to = Math.min(end, dayStart + DAY_S);
        head(status, from, 0);
        out.unsigned(to - from);
        before = to;
    }

    public byte[] bytes() {
        endDevice();
        return out.bytes();
    }

    private void head(byte status, long start, int flags) {
        boolean adjoins = start == before;
        out.unsigned((status + 1) | flags | (adjoins ? ADJOINS : 0));
        if (!adjoins) {
            out.signed(start - before);
        }
    }

    private void endDevice() {
        if (open) {
            out.unsigned(0);
            open = false;
        }
    }
}
