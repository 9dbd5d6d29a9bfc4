package io.chargelake.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeedsTest {

    private static final int DRAWS = 100_000;

    @Test
    void theRootIsSplitMix64sFirstOutput() {
        assertThat(Seeds.of(42).key()).isEqualTo(Long.parseUnsignedLong("13679457532755275413"));
    }

    @Property(tries = 200)
    void theSamePathGivesTheSameNumber(@ForAll long seed, @ForAll String name, @ForAll long index) {
        Seeds once = Seeds.of(seed).stream(name).at(index);
        Seeds again = Seeds.of(seed).stream(name).at(index);

        assertThat(once.bits(3)).isEqualTo(again.bits(3));
    }

    @Property(tries = 200)
    void aBoundIsKept(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        assertThat(Seeds.of(seed).below(0, bound)).isBetween(0, bound - 1);
        assertThat(Seeds.of(seed).uniform(0)).isGreaterThanOrEqualTo(0).isLessThan(1);
    }

    @Property(tries = 200)
    void aSequenceIsTheNodesNumbersInOrder(@ForAll long seed) {
        Seeds node = Seeds.of(seed).stream("x");
        Draws draws = node.sequence();

        assertThat(new long[] {draws.bits(), draws.bits()}).containsExactly(node.bits(0), node.bits(1));
    }

    @Test
    void neighboursAndNamesAndOrderOfIndicesAllDiffer() {
        Seeds seeds = Seeds.of(7);

        assertThat(LongStream.of(
                                seeds.at(1).key(),
                                seeds.at(2).key(),
                                seeds.at(1, 2).key(),
                                seeds.at(2, 1).key(),
                                seeds.stream("a").key(),
                                seeds.stream("b").key(),
                                seeds.stream("ab").key(),
                                seeds.stream("").key(),
                                Seeds.of(8).key())
                        .distinct()
                        .count())
                .isEqualTo(9);
    }

    @Test
    void drawsFollowTheirDistributions() {
        Seeds seeds = Seeds.of(1);

        assertThat(mean(seeds::uniform)).isCloseTo(0.5, within(0.005));
        assertThat(mean(seeds::normal)).isCloseTo(0, within(0.01));
        assertThat(mean(i -> seeds.normal(i) * seeds.normal(i))).isCloseTo(1, within(0.02));
        assertThat(mean(i -> seeds.exponential(i, 3))).isCloseTo(3, within(0.05));
        assertThat(mean(i -> seeds.logNormal(i, 2, 0.5))).isCloseTo(2 * Math.exp(0.125), within(0.02));
        assertThat(mean(i -> seeds.chance(i, 0.3) ? 1 : 0)).isCloseTo(0.3, within(0.01));
    }

    @Test
    void weightsAreShares() {
        Draws draws = Seeds.of(1).sequence();

        assertThat(mean(i -> draws.weighted(1, 3))).isCloseTo(0.75, within(0.01));
    }

    private static double mean(LongToDoubleFunction draw) {
        return LongStream.range(0, DRAWS).mapToDouble(draw).average().orElseThrow();
    }
}
