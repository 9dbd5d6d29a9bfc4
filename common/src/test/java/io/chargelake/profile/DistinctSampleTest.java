package io.chargelake.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistinctSampleTest {
    private static final int CAPACITY = 64;

    @Property(tries = 300)
    void upToItsCapacityItIsExact(@ForAll @Size(max = 500) List<@IntRange(max = CAPACITY - 1) Integer> values) {
        DistinctSample sample = of(values);
        long different = values.stream().distinct().count();
        assertThat(sample.isExact()).isTrue();
        assertThat(sample.distinct()).isEqualTo(different);
        assertThat(sample.repeats()).isEqualTo(values.size() - different);
        assertThat(sample.isUnique()).isEqualTo(different == values.size());
    }

    @Property(tries = 300)
    void howValuesArePartedAndOrderedMakesNoDifference(
            @ForAll @Size(max = 400) List<@IntRange(max = 1_000) Integer> values, @ForAll @IntRange(max = 400) int at) {
        int cut = Math.min(at, values.size());
        DistinctSample parted = of(values.subList(cut, values.size()));
        parted.merge(of(values.subList(0, cut)));
        DistinctSample whole = of(values);
        assertThat(parted.distinct()).isEqualTo(whole.distinct());
        assertThat(parted.repeats()).isEqualTo(whole.repeats());
        assertThat(parted.isExact()).isEqualTo(whole.isExact());
    }

    @Test
    void beyondItsCapacityItIsNear() {
        var sample = new DistinctSample(2_048);
        LongStream.range(0, 300_000).forEach(i -> sample.add(Hashes.of("vehicle-" + i % 100_000)));
        assertThat(sample.isExact()).isFalse();
        assertThat((double) sample.distinct()).isCloseTo(100_000, within(10_000.0));
        assertThat(sample.repeats()).isEqualTo(2 * sample.distinct());
        assertThat(sample.isUnique()).isFalse();
    }

    @Test
    void aValueThatHashesToZeroCounts() {
        var sample = new DistinctSample(CAPACITY);
        sample.add(0);
        sample.add(0);
        assertThat(sample.distinct()).isOne();
        assertThat(sample.repeats()).isOne();
    }

    private static DistinctSample of(List<Integer> values) {
        var sample = new DistinctSample(CAPACITY);
        values.forEach(value -> sample.add(Hashes.of(Integer.toString(value))));
        return sample;
    }
}
