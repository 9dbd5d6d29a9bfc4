package io.chargelake.status;

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
        long step = meanStep(grouped);
        VarintWriter out = new VarintWriter(16 + 5 * grouped.size());
        out.unsigned(VERSION);
        out.unsigned(grouped.size());
        out.unsigned(step);
        int device = 0;
        int end;
        for (int i = 0; i < grouped.size(); i = end) {
            end = deviceEnd(grouped, i);
            out.unsigned(grouped.device(i) - device);
            out.unsigned(end - i);
            device = grouped.device(i);
            encodeDevice(grouped, i, end, step, out);
        }
        return out.bytes();
    }

    public static Runs decode(byte[] block) {
        VarintReader in = new VarintReader(block);
        long version = in.unsigned();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "Cannot decode run block: version " + version + " (" + VERSION + " is known)");
        }
        int size = (int) in.upTo(block.length / 2);
        long step = in.upTo(Integer.MAX_VALUE);
        Runs runs = new Runs(size);
        int device = 0;
        while (runs.size() < size) {
            device += (int) in.upTo(Integer.MAX_VALUE - device);
            int count = (int) in.upTo(size - runs.size());
            decodeDevice(in, device, count, step, runs);
        }
        in.requireEnd();
        return runs;
    }

    private static void encodeDevice(Runs runs, int start, int end, long step, VarintWriter out) {
        long last = start == 0 ? 0 : runs.first(start - 1);
        for (int i = start; i < end; i++) {
            out.signed(runs.first(i) - last - step);
            int steps = runs.polls(i) - 1;
            out.unsigned((long) steps << STATUS_BITS | runs.status(i));
            if (steps > 0) {
                out.signed(runs.last(i) - runs.first(i) - steps * step);
            }
            last = runs.last(i);
        }
    }

    private static void decodeDevice(VarintReader in, int device, int count, long step, Runs runs) {
        long last = runs.size() == 0 ? 0 : runs.first(runs.size() - 1);
        for (int i = 0; i < count; i++) {
            long first = last + step + in.signed();
            long head = in.upTo(((long) Integer.MAX_VALUE << STATUS_BITS) - 1);
            long steps = head >>> STATUS_BITS;
            last = steps > 0 ? first + steps * step + in.signed() : first;
            runs.add(device, first, last, Math.toIntExact(steps + 1), (byte) (head & 15));
        }
    }

    private static int deviceEnd(Runs runs, int start) {
        int end = start + 1;
        while (end < runs.size() && runs.device(end) == runs.device(start)) {
            end++;
        }
        return end;
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
