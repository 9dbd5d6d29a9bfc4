package io.chargelake.status;

import java.util.function.IntUnaryOperator;

/**
 * The bytes in which runs travel between tasks: by device, then time, each as differences to the run before in
 * variable-length integers, about 3 to 5 bytes a run. Polls come at a nearly fixed step, so instead of times it stores how
 * far they are from what the block's mean step foretells. Single polls thus take 2 to 3 bytes, which also suits the
 * polls seen again for tangles.
 */
public final class RunBlock {
    private static final int VERSION = 1;
    private static final int STATUS_BITS = 4;

    private RunBlock() {}

    public static byte[] encode(Runs runs) {
        Runs grouped = runs.grouped();
        int[] starts = new int[grouped.size()];
        int devices = 0;
        for (int i = 0; i < grouped.size(); i = grouped.deviceEnd(i)) {
            starts[devices++] = i;
        }
        return encode(grouped, starts, devices, grouped::device);
    }

    /**
     * Encodes the runs of some devices of a grouped buffer, in the given order and numbered anew by it.
     *
     * @param starts where each device's runs start, as {@link Runs#deviceEnd} leads from one to the next
     * @param devices how many of them there are
     */
    public static byte[] encodeDevices(Runs grouped, int[] starts, int devices) {
        int[] number = {0};
        return encode(grouped, starts, devices, start -> number[0]++);
    }

    public static Runs decode(byte[] block) {
        Runs runs = new Runs();
        decode(block, device -> device, runs);
        return runs;
    }

    /** Adds the runs of a block to a buffer, under the devices of another dictionary. */
    public static void decode(byte[] block, IntUnaryOperator deviceOf, Runs to) {
        VarintReader in = new VarintReader(block);
        long version = in.unsigned();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "Cannot decode run block: version " + version + " (" + VERSION + " is known)");
        }
        int size = (int) in.upTo(block.length / 2);
        long step = in.upTo(Integer.MAX_VALUE);
        to.reserve(size);
        int device = 0;
        long last = 0;
        for (int rest = size; rest > 0; ) {
            device += (int) in.upTo(Integer.MAX_VALUE - device);
            int count = (int) in.upTo(rest);
            last = decodeDevice(in, deviceOf.applyAsInt(device), count, step, last, to);
            rest -= count;
        }
        in.requireEnd();
    }

    private static byte[] encode(Runs grouped, int[] starts, int devices, IntUnaryOperator numberOf) {
        int size = 0;
        for (int i = 0; i < devices; i++) {
            size += grouped.deviceEnd(starts[i]) - starts[i];
        }
        long step = meanStep(grouped);
        VarintWriter out = new VarintWriter(16 + 5 * size);
        out.unsigned(VERSION);
        out.unsigned(size);
        out.unsigned(step);
        int before = 0;
        long last = 0;
        for (int i = 0; i < devices; i++) {
            int start = starts[i];
            int end = grouped.deviceEnd(start);
            int number = numberOf.applyAsInt(start);
            out.unsigned(number - before);
            out.unsigned(end - start);
            last = encodeDevice(grouped, start, end, step, last, out);
            before = number;
        }
        return out.bytes();
    }

    private static long encodeDevice(Runs runs, int start, int end, long step, long before, VarintWriter out) {
        long last = before;
        for (int i = start; i < end; i++) {
            out.signed(runs.first(i) - last - step);
            int steps = runs.polls(i) - 1;
            out.unsigned((long) steps << STATUS_BITS | runs.status(i));
            if (steps > 0) {
                out.signed(runs.last(i) - runs.first(i) - steps * step);
            }
            last = runs.last(i);
        }
        return last;
    }

    private static long decodeDevice(VarintReader in, int device, int count, long step, long before, Runs to) {
        long last = before;
        for (int i = 0; i < count; i++) {
            long first = last + step + in.signed();
            long head = in.upTo(((long) Integer.MAX_VALUE << STATUS_BITS) - 1);
            long steps = head >>> STATUS_BITS;
            last = steps > 0 ? first + steps * step + in.signed() : first;
            to.add(device, first, last, Math.toIntExact(steps + 1), (byte) (head & 15));
        }
        return last;
    }

    private static long meanStep(Runs runs) {
        long seconds = 0;
        long steps = 0;
        for (int i = 0; i < runs.size(); i++) {
            seconds += runs.last(i) - runs.first(i);
            steps += runs.polls(i) - 1;
        }
        return steps == 0 ? 0 : Math.min(Integer.MAX_VALUE, seconds / steps);
    }
}
