package io.chargelake.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LazyGreedyTest {

    @Property(tries = 400)
    void neverLookingTwiceWithoutNeedChoosesTheSame(
            @ForAll @IntRange(min = 1, max = 12) int sites,
            @ForAll @IntRange(min = 1, max = 30) int things,
            @ForAll @IntRange(min = 1, max = 6) int most,
            @ForAll long seed) {
        CoverageProblem problem = problem(sites, things, new Random(seed));
        assertThat(LazyGreedy.choose(problem, most)).isEqualTo(plainGreedy(problem, most));
    }

    @Property(tries = 400)
    void isAtLeastTheGuaranteedShareOfTheBestThereIs(
            @ForAll @IntRange(min = 1, max = 10) int sites,
            @ForAll @IntRange(min = 1, max = 20) int things,
            @ForAll @IntRange(min = 1, max = 4) int most,
            @ForAll long seed) {
        CoverageProblem problem = problem(sites, things, new Random(seed));
        double reached = LazyGreedy.choose(problem, most).stream()
                .mapToDouble(SiteChoice::gain)
                .sum();
        assertThat(reached).isGreaterThanOrEqualTo(CoverageProblem.GUARANTEE * best(problem, most) - 1e-9);
    }

    @Property(tries = 400)
    void aSiteAddsNoMoreToALargerSet(
            @ForAll @IntRange(min = 3, max = 10) int sites,
            @ForAll @IntRange(min = 1, max = 20) int things,
            @ForAll long seed) {
        Random random = new Random(seed);
        CoverageProblem problem = problem(sites, things, random);
        int[] large =
                IntStream.range(1, sites).filter(i -> random.nextBoolean()).toArray();
        int[] small = IntStream.of(large).filter(i -> random.nextBoolean()).toArray();
        assertThat(problem.value(with(large, 0)) - problem.value(large))
                .isLessThanOrEqualTo(problem.value(with(small, 0)) - problem.value(small) + 1e-9);
    }

    @Test
    void theSumOfGainsIsWhatTheSitesAreWorthTogether() {
        var problem = new CoverageProblem(
                new double[] {10, 5, 1}, new int[][] {{0, 1}, {1, 2}, {0}}, new double[] {0.5, 1, 1});
        assertThat(LazyGreedy.choose(problem, 3)).containsExactly(new SiteChoice(2, 10), new SiteChoice(1, 6));
        assertThat(problem.value(2, 1)).isEqualTo(16);
        assertThat(problem.value(0, 1, 2)).isEqualTo(16);
    }

    @Test
    void greedyCanBeWorseThanTheBest() {
        // two sites cover all between them; the greedy first takes the one that overlaps both
        var problem = new CoverageProblem(
                new double[] {2, 2, 2, 2, 1, 1}, new int[][] {{0, 1, 4}, {2, 3, 5}, {1, 2, 4, 5}}, new double[] {1, 1, 1
                });
        double reached = LazyGreedy.choose(problem, 2).stream()
                .mapToDouble(SiteChoice::gain)
                .sum();
        assertThat(best(problem, 2)).isEqualTo(10);
        assertThat(reached).isLessThan(10).isGreaterThan(CoverageProblem.GUARANTEE * 10);
    }

    @Test
    void nothingToServeChoosesNothing() {
        assertThat(LazyGreedy.choose(new CoverageProblem(new double[0], new int[2][0], new double[] {1, 1}), 2))
                .isEmpty();
        assertThat(LazyGreedy.choose(new CoverageProblem(new double[] {1}, new int[0][], new double[0]), 2))
                .isEmpty();
        assertThatThrownBy(() -> new CoverageProblem(new double[] {-1}, new int[][] {{0}}, new double[] {1}))
                .hasMessageContaining("-1.0");
    }

    private static CoverageProblem problem(int sites, int things, Random random) {
        // few different weights and qualities, so that there are ties
        double[] weight = random.ints(things, 0, 4).asDoubleStream().toArray();
        double[] quality = random.ints(sites, 0, 3).mapToDouble(i -> i / 2.0).toArray();
        int[][] serves = new int[sites][];
        for (int site = 0; site < sites; site++) {
            serves[site] = IntStream.range(0, things)
                    .filter(i -> random.nextInt(3) == 0)
                    .toArray();
        }
        return new CoverageProblem(weight, serves, quality);
    }

    private static List<SiteChoice> plainGreedy(CoverageProblem problem, int most) {
        CoverageProblem.Served served = problem.new Served();
        List<SiteChoice> chosen = new ArrayList<>();
        while (chosen.size() < most) {
            int best = -1;
            for (int site = 0; site < problem.sites(); site++) {
                if (best < 0 || served.gain(site) > served.gain(best)) {
                    best = site;
                }
            }
            if (served.gain(best) == 0) {
                break;
            }
            chosen.add(new SiteChoice(best, served.add(best)));
        }
        return chosen;
    }

    /** By trying every set of so many sites. */
    private static double best(CoverageProblem problem, int most) {
        double best = 0;
        for (int set = 0; set < 1 << problem.sites(); set++) {
            if (Integer.bitCount(set) <= most) {
                int bits = set;
                best = Math.max(
                        best,
                        problem.value(IntStream.range(0, problem.sites())
                                .filter(i -> (bits >> i & 1) == 1)
                                .toArray()));
            }
        }
        return best;
    }

    private static int[] with(int[] sites, int more) {
        return IntStream.concat(IntStream.of(sites), IntStream.of(more)).toArray();
    }
}
