package io.chargelake.privacy.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DifferenceSketchTest {
    private static final long LAST = Mersenne61.P - 1;

    private record Gift(long contributor, long value) {}

    /** Few contributors, so that they come again and cancel out often; small values, so that they sum to 0 often. */
    @Provide
    Arbitrary<List<Gift>> gifts() {
        Arbitrary<Long> contributors = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 15), Arbitraries.longs().between(LAST - 3, LAST));
        Arbitrary<Long> values = Arbitraries.oneOf(
                Arbitraries.longs().between(-2, 2),
                Arbitraries.longs().between(1 - Syndromes.VALUE_LIMIT / 64, Syndromes.VALUE_LIMIT / 64 - 1));
        return Combinators.combine(contributors, values).as(Gift::new).list().ofMaxSize(40);
    }

    @Property
    void supportIsTheNumberOfContributorsWhoseTotalIsNotZero(@ForAll("gifts") List<Gift> gifts) {
        assertThat(sketch(gifts).support()).isEqualTo(Math.min(DifferenceSketch.MANY, reference(gifts)));
    }

    @Property(tries = 300)
    void supportIsExactUpToTenAndNeverLessThanElevenBeyond(
            @ForAll Random random, @ForAll @IntRange(max = 60) int contributors) {
        List<Gift> gifts = new ArrayList<>();
        for (int i = 0; i < contributors; i++) {
            gifts.add(new Gift(Syndromes.contributor(random.nextLong()), random.nextLong() >> 4 | 1));
        }
        assertThat(sketch(gifts).support()).isEqualTo(Math.min(DifferenceSketch.MANY, contributors));
    }

    /** Totals alone would say nothing has changed. */
    @Property(tries = 200)
    void contributorsWhoseValuesCancelOutAreStillCounted(@ForAll Random random, @ForAll @IntRange(max = 30) int pairs) {
        List<Gift> gifts = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            long value = 1L + random.nextInt(1_000_000);
            gifts.add(new Gift(Syndromes.contributor(random.nextLong()), value));
            gifts.add(new Gift(Syndromes.contributor(random.nextLong()), -value));
        }
        assertThat(sketch(gifts).support()).isEqualTo(Math.min(DifferenceSketch.MANY, 2 * pairs));
    }

    /** Powers of one number are what a recurrence would like best. */
    @Test
    void contributorsInGeometricProgressionAreCounted() {
        for (int contributors = 0; contributors <= 40; contributors++) {
            List<Gift> gifts = LongStream.range(0, contributors)
                    .mapToObj(i -> new Gift(1L << i, 1))
                    .toList();
            assertThat(sketch(gifts).support()).isEqualTo(Math.min(DifferenceSketch.MANY, contributors));
        }
    }

    @Property(tries = 300)
    void orderAndPartsDoNotMatter(@ForAll("gifts") List<Gift> gifts, @ForAll Random random) {
        List<Gift> shuffled = new ArrayList<>(gifts);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(gifts.size() + 1);
        DifferenceSketch parts = sketch(shuffled.subList(cut, gifts.size())).plus(sketch(shuffled.subList(0, cut)));
        assertThat(parts).isEqualTo(sketch(gifts)).hasSameHashCodeAs(sketch(gifts));
    }

    @Property(tries = 300)
    void aDifferenceDependsOnlyOnWhatIsNotInBoth(
            @ForAll("gifts") List<Gift> both, @ForAll("gifts") List<Gift> onlyLater) {
        List<Gift> later = new ArrayList<>(both);
        later.addAll(onlyLater);
        DifferenceSketch difference = sketch(later).minus(sketch(both));
        assertThat(difference).isEqualTo(sketch(onlyLater));
        assertThat(difference.minus(difference)).isEqualTo(DifferenceSketch.EMPTY);
    }

    @Test
    void anArrayHoldsTheSameAsAValue() {
        long[] array = Syndromes.empty();
        Syndromes.add(array, 7, 42);
        Syndromes.add(array, 9, -1);
        DifferenceSketch value = DifferenceSketch.of(7, 42).plus(DifferenceSketch.of(9, -1));
        assertThat(DifferenceSketch.of(array)).isEqualTo(value);
        assertThat(value.terms()).isEqualTo(array);
        assertThat(DifferenceSketch.of(7, 42)).isNotEqualTo(DifferenceSketch.of(7, 43));
    }

    @Property
    void anyHashBecomesAContributor(@ForAll long bits) {
        assertThat(DifferenceSketch.of(Syndromes.contributor(bits), 1).support())
                .isOne();
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        for (long contributor : new long[] {0, -1, Mersenne61.P}) {
            assertThatIllegalArgumentException().isThrownBy(() -> DifferenceSketch.of(contributor, 1));
        }
        for (long value : new long[] {Syndromes.VALUE_LIMIT, -Syndromes.VALUE_LIMIT, Long.MIN_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> DifferenceSketch.of(1, value));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> DifferenceSketch.of(new long[3]));
        long[] outside = Syndromes.empty();
        outside[5] = Mersenne61.P;
        assertThatIllegalArgumentException().isThrownBy(() -> DifferenceSketch.of(outside));
    }

    private static DifferenceSketch sketch(List<Gift> gifts) {
        long[] terms = Syndromes.empty();
        gifts.forEach(gift -> Syndromes.add(terms, gift.contributor(), gift.value()));
        return DifferenceSketch.of(terms);
    }

    private static int reference(List<Gift> gifts) {
        Map<Long, Long> totals = new HashMap<>();
        gifts.forEach(gift -> totals.merge(gift.contributor(), gift.value(), Long::sum));
        return (int) totals.values().stream().filter(total -> total != 0).count();
    }
}
