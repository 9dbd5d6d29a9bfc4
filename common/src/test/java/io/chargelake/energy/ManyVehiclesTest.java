package io.chargelake.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.energy.strategy.GridSupport;
import io.chargelake.energy.strategy.PeakShaving;
import io.chargelake.energy.strategy.PriceOptimisation;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Tapered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sites as large as users have, on the built-in tariff, whose vehicles that give back share what the site draws itself. */
class ManyVehiclesTest {
    private static final double CERTIFIED = 1e-3;
    private static final int ONE_IN_FIVE = 20;

    static Stream<Strategy> coupled() {
        return Stream.of(new PriceOptimisation(), new GridSupport(), new PeakShaving());
    }

    @ParameterizedTest
    @MethodSource("coupled")
    void plansOfFiftyAreCertified(Strategy strategy) {
        for (int index = 0; index < 20; index++) {
            Plan plan = strategy.plan(EnergyThroughput.site(index, 50, ONE_IN_FIVE));
            assertThat(plan.proof().gap()).as("site " + index).isLessThan(CERTIFIED);
            assertThat(plan.proof().rounds()).as("site " + index).hasSizeLessThan(10);
        }
    }

    @ParameterizedTest
    @MethodSource("coupled")
    void aPlanOfHundredsIsCertifiedAndKeepsAll(Strategy strategy) {
        SiteCase site = EnergyThroughput.site(1, 400, ONE_IN_FIVE);
        assertThat(strategy.plan(site).proof().gap()).isLessThan(CERTIFIED);
        assertThat(Cases.replay(Tapered.plan(strategy, site)).breaches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("coupled")
    void theOrderOfManyVehiclesChangesNoBit(Strategy strategy) {
        SiteCase site = EnergyThroughput.site(2, 150, ONE_IN_FIVE);
        List<Stay> shuffled = new ArrayList<>(site.stays());
        Collections.shuffle(shuffled, new Random(7));
        SiteCase other = SiteCase.of(site.site(), site.horizon(), site.prices(), site.wear(), shuffled);
        Plan plan = Tapered.plan(strategy, site);
        Plan again = Tapered.plan(strategy, other);
        assertThat(again.kwh()).containsExactly(plan.kwh());
        assertThat(again.proof()).isEqualTo(plan.proof());
    }

    /** A plan from within has a little of everything everywhere; users want to read when a vehicle charges. */
    @ParameterizedTest
    @MethodSource("coupled")
    void noCrumbsAreLeft(Strategy strategy) {
        Plan plan = strategy.plan(EnergyThroughput.site(3, 50, ONE_IN_FIVE));
        long crumbs = Arrays.stream(plan.kwh())
                .filter(kwh -> kwh != 0 && Math.abs(kwh) < 1e-4)
                .count();
        assertThat(crumbs).isLessThan(plan.kwh().length / 100);
    }
}
