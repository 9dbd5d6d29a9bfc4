package io.chargelake.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferentialPrivacyTest {
    private static final byte[] KEY = new byte[16];

    /** Chi-square against the exact probabilities; with 12 to 30 classes 60 has a chance of at most 0.001. */
    @ParameterizedTest
    @CsvSource({"1, 4", "1, 1", "5, 2", "9, 1", "1000003, 250000"})
    void drawsAreDistributedAsTheDiscreteGaussian(long numerator, long denominator) {
        double variance = (double) numerator / denominator;
        int reach = (int) Math.ceil(4 * Math.sqrt(variance)) + 1;
        int draws = 20_000;
        long[] seen = new long[2 * reach + 1];
        DiscreteGaussian gaussian = gaussian(numerator, denominator);
        for (int i = 0; i < draws; i++) {
            seen[(int) Math.max(-reach, Math.min(reach, gaussian.draw())) + reach]++;
        }
        double whole = IntStream.rangeClosed(-60, 60)
                .mapToDouble(x -> Math.exp(-x * x / (2 * variance)))
                .sum();
        double chiSquare = 0;
        for (int x = -reach; x <= reach; x++) {
            double expected = draws * Math.exp(-x * x / (2 * variance)) / whole;
            if (expected >= 5) {
                chiSquare += Math.pow(seen[x + reach] - expected, 2) / expected;
            }
        }
        assertThat(chiSquare).isLessThan(60);
    }

    @Test
    void largeNoiseHasTheMeanAndTheVarianceAskedFor() {
        DiscreteGaussian gaussian = gaussian(10_000_000_000L, 1);
        double[] draws = LongStream.range(0, 8_000)
                .mapToDouble(i -> gaussian.draw() / 100_000.0)
                .toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.04));
        assertThat(variance).isCloseTo(1, within(0.06));
    }

    /** C 50, m 4, rho 0.5: sigma is 50 * 2 / 1 = 100 steps of 10. */
    @Test
    void noiseOfASumIsThatOfItsBudget() {
        Clipping clipping = new Clipping(10, 50, 4);
        assertThat(SumNoise.sigma(clipping, 500_000)).isCloseTo(1_000, within(1e-9));
        SumNoise noise = new SumNoise(clipping, 500_000, new Random(7));
        double[] off = LongStream.range(0, 8_000)
                .mapToDouble(i -> noise.noisy(300) - 3_000)
                .toArray();
        assertThat(Arrays.stream(off)).allMatch(x -> x % 10 == 0);
        assertThat(Math.sqrt(Arrays.stream(off).map(x -> x * x).average().orElseThrow()))
                .isCloseTo(1_000, within(35.0));
    }

    @Property
    void aClippedValueIsTheNearestStepWithinTheBound(
            @ForAll @LongRange(min = -100_000, max = 100_000) long value,
            @ForAll @LongRange(min = 1, max = 1_000) long grid,
            @ForAll @LongRange(min = 1, max = 100) long most) {
        long steps = new Clipping(grid, most, 1).clip(value);
        assertThat(steps).isBetween(-most, most);
        if (Math.abs(steps) < most) {
            assertThat(2 * Math.abs(steps * grid - value)).isLessThanOrEqualTo(grid);
        } else {
            assertThat(Math.abs(2 * value)).isGreaterThanOrEqualTo((2 * most - 1) * grid);
        }
    }

    @Property(tries = 200)
    void aContributorKeepsTheSameFewCellsInWhateverOrder(
            @ForAll long contributor, @ForAll @IntRange(min = 0, max = 12) int count, @ForAll Random random) {
        List<String> cells = new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> "cell " + i).toList());
        Clipping clipping = new Clipping(1, 1, 5);
        List<String> kept = clipping.kept(KEY, contributor, cells);
        Collections.shuffle(cells, random);
        assertThat(clipping.kept(KEY, contributor, cells)).isEqualTo(kept).hasSize(Math.min(5, count));
        assertThat(cells).containsAll(kept);
    }

    @Test
    void everyCellIsKeptEquallyOften() {
        List<String> cells = List.of("a", "b", "c", "d");
        Clipping clipping = new Clipping(1, 1, 1);
        for (String cell : cells) {
            assertThat(LongStream.range(0, 4_000)
                            .filter(contributor ->
                                    clipping.kept(KEY, contributor, cells).contains(cell))
                            .count())
                    .isBetween(880L, 1_120L);
        }
    }

    @Test
    void aBudgetIsSpentToItsEndAndNoFurther() {
        Budget budget = Budget.of(1_000_000);
        for (int i = 0; i < 10; i++) {
            budget = budget.spend(100_000);
        }
        assertThat(budget.leftRhoMicros()).isZero();
        Budget spent = budget;
        assertThatIllegalStateException()
                .isThrownBy(() -> spent.spend(1))
                .withMessage("Cannot spend 1 millionths of rho: 0 of 1000000 are left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.of(1_000_000).spend(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget(5, 6));
    }

    /** rho 0.5, delta 1e-6: 0.5 + 2 sqrt(0.5 ln 10^6) = 5.7565. */
    /** So that nobody is told a smaller epsilon than is spent, nor gets less for it than there is. */
    @Property
    void anEpsilonBuysAsMuchAsItIsWorth(
            @ForAll @IntRange(min = 1, max = 10_000) int thousandths, @ForAll @IntRange(min = 5, max = 12) int digits) {
        double epsilon = thousandths / 1000.0;
        double delta = Math.pow(10, -digits);
        long rho = Budget.rhoMicros(epsilon, delta);
        assertThat(rho == 0 ? 0 : Budget.epsilon(rho, delta)).isLessThanOrEqualTo(epsilon);
        assertThat(Budget.epsilon(rho + 2, delta)).isGreaterThan(epsilon);
    }

    /** Of a bound there may be left out a millionth, never added any. */
    @Property
    void aBoundHasAGridThatIsFineEnough(@ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long bound) {
        Clipping clipping = Clipping.to(bound, 3);
        assertThat(clipping.most() * clipping.grid()).isBetween(bound - clipping.grid() + 1, bound);
        assertThat(clipping.grid()).isLessThanOrEqualTo(Math.max(1, bound / 1_000_000));
        assertThat(clipping.clip(bound)).isEqualTo(clipping.most());
    }

    @Test
    void epsilonFollowsFromAllThatIsSpent() {
        Budget budget = Budget.of(1_000_000).spend(200_000).spend(300_000);
        assertThat(budget.epsilon(1e-6)).isCloseTo(5.7565, within(1e-4));
        assertThat(Budget.of(1).epsilon(1e-6)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> budget.epsilon(0));
    }

    @Test
    void whatBoundsNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Clipping(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Clipping(1, 1L << 32, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Clipping(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SumNoise(new Clipping(1, 1, 1), 0, new Random(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> gaussian(0, 1));
    }

    private static DiscreteGaussian gaussian(long numerator, long denominator) {
        return new DiscreteGaussian(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), new Random(42));
    }
}
