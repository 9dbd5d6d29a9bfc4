package io.chargelake.privacy.attack;

import io.chargelake.privacy.noise.KeyedRounding;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.sketch.Syndromes;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Averages the rounded values of a hundred deliveries of the same cell; succeeds if the mean is within a twentieth of the
 * base. A single delivery is as near in one of ten cases, which is what the bar allows for.
 *
 * @param rounding the defence: how the i-th delivery rounds
 */
record Averaging(IntFunction<KeyedRounding> rounding, int cells) implements Attack {
    private static final long BASE = 1_000;
    private static final int DELIVERIES = 100;

    static KeyedRounding sameCoin(int delivery) {
        return new KeyedRounding(new byte[16], BASE);
    }

    /** The mutant: each delivery tosses its own coin. */
    static KeyedRounding freshCoin(int delivery) {
        return new KeyedRounding(ByteBuffer.allocate(16).putInt(delivery).array(), BASE);
    }

    @Override
    public AttackResult run() {
        Random random = new Random(14);
        long succeeded = 0;
        for (int i = 0; i < cells; i++) {
            DifferenceSketch contributors = DifferenceSketch.of(Syndromes.contributor(random.nextLong()), 1);
            long value = random.nextInt(1_000_000);
            double mean = IntStream.range(0, DELIVERIES)
                    .mapToLong(delivery -> rounding.apply(delivery).round("energy", contributors, value))
                    .average()
                    .orElseThrow();
            succeeded += Math.abs(mean - value) < BASE / 20.0 ? 1 : 0;
        }
        return new AttackResult("averaging of repeated deliveries", cells, succeeded, 0.2);
    }
}
