package io.chargelake.status;

import io.chargelake.bytes.VarintReader;
import io.chargelake.bytes.VarintWriter;

/**
 * What of a run each UTC day holds, in about six bytes a day. Kept beside a stored run that crosses midnights, it lets
 * the run be cut at any midnight again, exactly: so days can be computed anew without the polls of other days.
 */
public final class RunParts {
    private static final long DAY_S = 86_400;

    private VarintWriter out = new VarintWriter(16);
    private long expected; // where a part is likely to begin: a day after the one before
    private int count;
    private long first;
    private long last;
    private int polls;

    /** Receives a part for each day of a run that has polls, in order. */
    @FunctionalInterface
    public interface Sink {
        void part(long first, long last, int polls);
    }

    /** Adds the next polls of the run; those of one day become one part. */
    public void add(long partFirst, long partLast, int partPolls) {
        if (count > 0 && partFirst / DAY_S == first / DAY_S) {
            last = partLast;
            polls = Math.addExact(polls, partPolls);
            return;
        }
        flush();
        count++;
        first = partFirst;
        last = partLast;
        polls = partPolls;
    }

    /** The parts added, and makes room for another run; empty for a run within one day, which needs no parts. */
    public byte[] take() {
        byte[] taken = new byte[0];
        if (count > 1) {
            flush();
            taken = out.bytes();
            out = new VarintWriter(16);
        }
        count = 0;
        expected = 0;
        return taken;
    }

    /** Passes on the parts of a stored run; {@code parts} as they were taken. */
    public static void read(long runFirst, long runLast, int runPolls, byte[] parts, Sink sink) {
        if (parts.length == 0) {
            sink.part(runFirst, runLast, runPolls);
            return;
        }
        VarintReader in = new VarintReader(parts);
        long at = 0;
        while (in.hasMore()) {
            long partFirst = at + in.signed();
            long partLast = partFirst + in.unsigned();
            sink.part(partFirst, partLast, Math.toIntExact(in.unsigned()));
            at = partFirst + DAY_S;
        }
    }

    private void flush() {
        if (count > 0) {
            out.signed(first - expected);
            out.unsigned(last - first);
            out.unsigned(polls);
            expected = first + DAY_S;
        }
    }
}
