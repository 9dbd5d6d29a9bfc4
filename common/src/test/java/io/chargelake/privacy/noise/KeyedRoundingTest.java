package io.chargelake.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.privacy.sketch.DifferenceSketch;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedRoundingTest {
    private static final String MEASURE = "energy_kwh";

    @Property
    void aRoundedValueIsAMultipleOfTheBaseNextToTheValue(
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long value,
            @ForAll @LongRange(min = 1, max = 1_000_000) long base,
            @ForAll long seed) {
        long rounded = new KeyedRounding(key(seed), base).round(MEASURE, sketch(seed), value);
        assertThat(rounded % base).isZero();
        assertThat(Math.abs(rounded - value)).isLessThan(base);
    }

    @Property(tries = 300)
    void theSameContributorsDrawTheSameCoinHoweverTheirSketchWasMade(
            @ForAll @LongRange(min = 0, max = 1_000_000) long value, @ForAll Random random) {
        DifferenceSketch a = sketch(random.nextLong());
        DifferenceSketch b = sketch(random.nextLong());
        byte[] key = key(random.nextLong());
        assertThat(new KeyedRounding(key, 1_000).round(MEASURE, a.plus(b), value))
                .isEqualTo(new KeyedRounding(key.clone(), 1_000).round(MEASURE, b.plus(a), value));
    }

    /** Over 8,000 keys the share rounded up has a standard deviation of at most 0.0056; fixed seeds, so no chance. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 370, 500, 999, -1, -630})
    void overKeysTheMeanIsTheValue(long value) {
        DifferenceSketch contributors = sketch(5);
        double mean = LongStream.range(0, 8_000)
                .map(seed -> new KeyedRounding(key(seed), 1_000).round(MEASURE, contributors, value))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(value, within(25.0));
    }

    @Test
    void coinsOfDifferentContributorsMeasuresAndKeysAreIndependent() {
        int sameContributors = 0;
        int sameMeasure = 0;
        int sameKey = 0;
        for (long i = 0; i < 4_000; i++) {
            long one = new KeyedRounding(key(i), 2).round(MEASURE, sketch(i), 1);
            sameContributors += one == new KeyedRounding(key(i), 2).round(MEASURE, sketch(i + 1), 1) ? 1 : 0;
            sameMeasure += one == new KeyedRounding(key(i), 2).round("sessions", sketch(i), 1) ? 1 : 0;
            sameKey += one == new KeyedRounding(key(i + 1), 2).round(MEASURE, sketch(i), 1) ? 1 : 0;
        }
        assertThat(sameContributors).isBetween(1_850, 2_150);
        assertThat(sameMeasure).isBetween(1_850, 2_150);
        assertThat(sameKey).isBetween(1_850, 2_150);
    }

    @Test
    void aWeakKeyOrNoBaseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedRounding(new byte[15], 10))
                .withMessage("Cannot use key: 15 bytes (at least 16)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedRounding(new byte[16], 0))
                .withMessage("Cannot round: base 0 (at least 1)");
    }

    private static byte[] key(long seed) {
        return ByteBuffer.allocate(16).putLong(seed).array();
    }

    private static DifferenceSketch sketch(long seed) {
        return DifferenceSketch.of(1 + (seed & 0xFFFF_FFFFL), 1);
    }
}
