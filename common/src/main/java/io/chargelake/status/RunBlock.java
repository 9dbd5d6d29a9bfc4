package io.chargelake.status;

import io.chargelake.bytes.VarintReader;
import io.chargelake.bytes.VarintWriter;
import java.util.function.IntUnaryOperator;

/**
 * The bytes in which runs travel between tasks: by device, then time, each as differences to the run before in
 * variable-length integers, about 3 to 5 bytes a run. Polls come at a nearly fixed step, so instead of times it stores how
 * far they are from what the block's mean step foretells. Single polls thus take 2 to 3 bytes, which also suits the
 * polls seen again for tangles.
 *
 * <p>Blocks are written and read device by device, so that any number of them can be merged with the runs of one device
 * in memory.
 */
public final class RunBlock {
    private static final int VERSION = 2;
    private static final int STATUS_BITS = 4;
    private static final int STATUS_MASK = 15;
    private static final long GREATEST_HEAD = ((long) Integer.MAX_VALUE << STATUS_BITS) - 1;

    private RunBlock() {}

    public static byte[] encode(Runs runs) {
        Runs grouped = runs.grouped();
        Writer out = new Writer(meanStep(grouped), 5 * grouped.size());
        int end;
        for (int i = 0; i < grouped.size(); i = end) {
            end = grouped.deviceEnd(i);
            out.device(grouped.device(i), grouped, i, end);
        }
        return out.bytes();
    }

    public static Runs decode(byte[] block) {
        Runs runs = new Runs();
        decode(block, device -> device, runs);
        return runs;
    }

    /** Adds the runs of a block to a buffer, under the devices of another dictionary. */
    public static void decode(byte[] block, IntUnaryOperator deviceOf, Runs to) {
        Reader in = new Reader(block);
        while (in.nextDevice()) {
            in.runs(deviceOf.applyAsInt(in.device()), to);
        }
    }

    /** The step that foretells the polls of these runs best; 0 without any. */
    public static long meanStep(Runs runs) {
        long seconds = 0;
        long steps = 0;
        for (int i = 0; i < runs.size(); i++) {
            seconds += runs.last(i) - runs.first(i);
            steps += runs.polls(i) - 1;
        }
        return steps == 0 ? 0 : Math.min(Integer.MAX_VALUE, seconds / steps);
    }

    /** Writes a block. */
    public static final class Writer {
        private final VarintWriter out;
        private final long step;
        private int before;
        private long last;

        /** @param step what polls are likely to be apart: the nearer, the fewer bytes */
        public Writer(long step, int capacity) {
            this.step = step;
            out = new VarintWriter(16 + capacity);
            out.unsigned(VERSION);
            out.unsigned(step);
        }

        /** Adds a device, in ascending order, with a part of a grouped buffer, under whatever device it is there. */
        public void device(int number, Runs runs, int start, int end) {
            if (number < before || end <= start) {
                throw new IllegalArgumentException("Cannot write run block: device " + number + " after " + before
                        + " with " + (end - start) + " runs (devices ascend, and have some)");
            }
            out.unsigned(number - before);
            out.unsigned(end - start);
            before = number;
            for (int i = start; i < end; i++) {
                run(runs, i);
            }
        }

        /** The whole block; nothing can be added after it. */
        public byte[] bytes() {
            out.unsigned(0);
            out.unsigned(0);
            return out.bytes();
        }

        private void run(Runs runs, int i) {
            out.signed(runs.first(i) - last - step);
            int steps = runs.polls(i) - 1;
            out.unsigned((long) steps << STATUS_BITS | runs.status(i));
            if (steps > 0) {
                out.signed(runs.last(i) - runs.first(i) - steps * step);
            }
            last = runs.last(i);
        }
    }

    /** Reads a block. */
    public static final class Reader {
        private final VarintReader in;
        private final long step;
        private int device;
        private int count;
        private long last;

        public Reader(byte[] block) {
            in = new VarintReader(block);
            long version = in.unsigned();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "Cannot decode run block: version " + version + " (" + VERSION + " is known)");
            }
            step = in.upTo(Integer.MAX_VALUE);
        }

        /** Goes to the next device; the runs of the one before must have been read. */
        public boolean nextDevice() {
            device += (int) in.upTo(Integer.MAX_VALUE - device);
            count = (int) in.upTo(in.left() / 2);
            if (count == 0) {
                in.requireEnd();
            }
            return count > 0;
        }

        public int device() {
            return device;
        }

        public long step() {
            return step;
        }

        /** Adds the device's runs to a buffer, as those of {@code number}. */
        public void runs(int number, Runs to) {
            for (int i = 0; i < count; i++) {
                long first = last + step + in.signed();
                long head = in.upTo(GREATEST_HEAD);
                long steps = head >>> STATUS_BITS;
                last = steps > 0 ? first + steps * step + in.signed() : first;
                to.add(number, first, last, Math.toIntExact(steps + 1), (byte) (head & STATUS_MASK));
            }
        }
    }
}
