package io.chargelake.status;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures the way from polls to final runs on one core: 50 million synthetic polls of 5,229 devices, every ten minutes, a
 * change of status every few hours. Not a test: run main from the test class path.
 */
final class EncoderThroughput {
    private static final int DEVICES = 5229;
    private static final int TICKS = 9562;
    private static final int ROUNDS = 5;

    private EncoderThroughput() {}

    public static void main(String[] args) {
        byte[] statuses = statuses();
        for (int round = 0; round < ROUNDS; round++) {
            measure(statuses);
        }
    }

    private static void measure(byte[] statuses) {
        long begun = System.nanoTime();
        RunEncoder encoder = new RunEncoder(PollTiming.DEFAULT);
        int[] devices = IntStream.range(0, DEVICES).toArray();
        long[] seconds = new long[DEVICES];
        int[] status = new int[DEVICES];
        int i = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            long second = 1_735_689_600L + tick * 600L;
            Arrays.fill(seconds, second);
            for (int device = 0; device < DEVICES; device++) {
                status[device] = statuses[i++];
            }
            encoder.addAll(devices, seconds, status, DEVICES);
        }
        Runs runs = encoder.take();
        long encoded = System.nanoTime();
        byte[] block = RunBlock.encode(runs);
        long shipped = System.nanoTime();
        SettledRuns settled = RunSettler.settle(RunBlock.decode(block));
        long[] stitched = new long[1];
        RunStitcher.stitch(settled, PollTiming.DEFAULT, (device, code, start, end, polls) -> stitched[0]++);
        long done = System.nanoTime();
        System.out.printf(
                "%.1f M polls/s; %d runs in %.0f ms as %.2f bytes each; stitched to %d in %.0f ms%n",
                i * 1e3 / (encoded - begun),
                runs.size(),
                (shipped - encoded) / 1e6,
                (double) block.length / runs.size(),
                stitched[0],
                (done - shipped) / 1e6);
    }

    private static byte[] statuses() {
        Random random = new Random(1);
        byte[] statuses = new byte[DEVICES * TICKS];
        byte[] now = new byte[DEVICES];
        for (int i = 0; i < statuses.length; i++) {
            int device = i % DEVICES;
            if (i < DEVICES || random.nextInt(22) == 0) {
                now[device] = now[device] == 1 ? Status.CHARGING.code() : Status.AVAILABLE.code();
            }
            statuses[i] = now[device];
        }
        return statuses;
    }
}
