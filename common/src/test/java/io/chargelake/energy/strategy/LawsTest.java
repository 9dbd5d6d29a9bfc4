package io.chargelake.energy.strategy;

import static io.chargelake.energy.Cases.Trait.EXPORT;
import static io.chargelake.energy.Cases.Trait.GIVES_BACK;
import static io.chargelake.energy.Cases.Trait.LIMITED;
import static io.chargelake.energy.Cases.Trait.NEGATIVE;
import static io.chargelake.energy.Cases.Trait.OUTSIDE_BAND;
import static io.chargelake.energy.Cases.Trait.SELLS_ABOVE;
import static io.chargelake.energy.Cases.Trait.SUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.energy.Cases;
import io.chargelake.energy.Plan;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.replay.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds of any plan, whatever the case, and how plans of two cases that differ in one thing must differ. */
class LawsTest {
    private static final double ROUNDING = 1e-6;

    @Provide
    Arbitrary<Strategy> strategies() {
        List<Strategy> all = new ArrayList<>(Strategy.all());
        all.add(new Uncontrolled());
        return Arbitraries.of(all);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void noPlanBreaksALimitAndEnergyCloses(@ForAll("strategies") Strategy strategy, @ForAll Random random) {
        SiteCase site = Cases.of(12, 6, LIMITED, EXPORT, GIVES_BACK, SUN, OUTSIDE_BAND, NEGATIVE, SELLS_ABOVE)
                .draw(random);
        assertKeptAndClosed(Tapered.plan(strategy, site));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void withoutExportNoPlanGivesMoreThanTheSiteDraws(@ForAll("strategies") Strategy strategy, @ForAll Random random) {
        SiteCase site = Cases.of(12, 6, LIMITED, GIVES_BACK, SUN, OUTSIDE_BAND, NEGATIVE)
                .draw(random);
        assertKeptAndClosed(Tapered.plan(strategy, site));
    }

    private static void assertKeptAndClosed(Plan plan) {
        Outcome outcome = Cases.replay(plan);
        assertThat(outcome.breaches()).isEmpty();
        assertThat(outcome.energy().leak()).isLessThan(1e-6);
        double unmet = 0;
        for (int stay = 0; stay < plan.site().count(); stay++) {
            unmet += plan.unmetKwh(stay);
        }
        assertThat(outcome.service().unmetKwh()).isCloseTo(unmet, within(1e-4));
        assertThat(plan.proof().bound()).isLessThanOrEqualTo(plan.proof().objective());
    }

    /** A power of two changes no digit. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void pricesTimesKGiveCostTimesK(@ForAll Random random) {
        SiteCase site = Cases.of(10, 4, LIMITED, EXPORT).draw(random).withWear(0);
        for (Strategy strategy : List.of(new PriceOptimisation(), new GridSupport(), new RenewableIntegration())) {
            Plan plan = strategy.plan(site);
            Plan dearer = strategy.plan(site.withPrices(site.prices().times(4)));
            assertThat(dearer.kwh()).containsExactly(plan.kwh());
            assertThat(dearer.proof().objective()).isEqualTo(4 * plan.proof().objective());
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void pricesTimesKGiveCostTimesKWithVehiclesThatGiveBack(@ForAll Random random) {
        SiteCase site = Cases.of(10, 4, EXPORT, GIVES_BACK).draw(random).withWear(0);
        Plan plan = new PriceOptimisation().plan(site);
        Plan dearer = new PriceOptimisation().plan(site.withPrices(site.prices().times(3)));
        assertThat(dearer.proof().objective()).isCloseTo(3 * plan.proof().objective(), within(1e-9 * 100));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void aLimitThatNobodyReachesChangesNothing(@ForAll("strategies") Strategy strategy, @ForAll Random random) {
        SiteCase site = Cases.of(10, 4, EXPORT, GIVES_BACK).draw(random);
        Site wide = new Site(
                "s",
                1e6,
                0,
                site.site().level(),
                site.site().baseKw(),
                site.site().solarKw());
        SiteCase limited = SiteCase.of(wide, site.horizon(), site.prices(), site.wear(), site.stays());
        assertThat(strategy.plan(limited).proof().objective())
                .isCloseTo(strategy.plan(site).proof().objective(), within(ROUNDING));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whereWearCostsMoreThanAnyPriceNobodyGivesBack(@ForAll Random random) {
        SiteCase site = Cases.of(10, 4, LIMITED, EXPORT, GIVES_BACK).draw(random);
        Plan worn = new PriceOptimisation().plan(site.withWear(1e3));
        SiteCase oneWay = Cases.mapped(site, stay -> with(stay, without(stay.vehicle())));
        double bill = Cases.replay(worn, site.withWear(0)).bill().total();
        double oneWayBill = new PriceOptimisation().plan(oneWay).proof().objective();
        assertThat(bill).isCloseTo(oneWayBill, within(1e-3 * (1 + Math.abs(oneWayBill))));
        assertThat(Cases.replay(worn).energy().given()).isLessThan(1e-3);
    }

    private static Vehicle without(Vehicle vehicle) {
        return new Vehicle(vehicle.id(), vehicle.batteryKwh(), vehicle.acKw(), vehicle.dcKw(), false);
    }

    private static Stay with(Stay stay, Vehicle vehicle) {
        return new Stay(
                vehicle,
                stay.siteId(),
                stay.arrivalS(),
                stay.departureS(),
                stay.socArrival(),
                stay.socTarget(),
                stay.charger(),
                stay.phase());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theOrderOfVehiclesChangesNoBit(@ForAll("strategies") Strategy strategy, @ForAll Random random) {
        SiteCase site = Cases.of(10, 6, LIMITED, EXPORT, GIVES_BACK, SUN).draw(random);
        List<Stay> shuffled = new ArrayList<>(site.stays());
        Collections.shuffle(shuffled, random);
        SiteCase other = SiteCase.of(site.site(), site.horizon(), site.prices(), site.wear(), shuffled);
        Plan plan = Tapered.plan(strategy, site);
        Plan again = Tapered.plan(strategy, other);
        assertThat(again.kwh()).containsExactly(plan.kwh());
        assertThat(again.phases()).isEqualTo(plan.phases());
        assertThat(again.proof()).isEqualTo(plan.proof());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void noStrategyIsBetterAtAnothersGoal(@ForAll Random random) {
        SiteCase site = Cases.of(10, 4, EXPORT).draw(random);
        double cheapest =
                Cases.replay(new PriceOptimisation().plan(site)).bill().energy();
        double lowest = Cases.replay(new PeakShaving().plan(site)).load().peakKw();
        for (Strategy strategy : Strategy.all()) {
            Outcome outcome = Cases.replay(strategy.plan(site));
            assertThat(outcome.bill().energy()).isGreaterThanOrEqualTo(cheapest - ROUNDING);
            assertThat(outcome.load().peakKw()).isGreaterThanOrEqualTo(lowest - ROUNDING);
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatSavingsAreMeasuredAgainstDeliversAsMuch(@ForAll("strategies") Strategy strategy, @ForAll Random random) {
        Plan plan = strategy.plan(
                Cases.onAlternatingCurrent(Cases.of(10, 4, EXPORT, NEGATIVE).draw(random)));
        Outcome baseline = Cases.replay(Baseline.of(plan));
        assertThat(baseline.energy().stored())
                .isCloseTo(Cases.replay(plan).energy().stored(), within(ROUNDING));
        assertThat(baseline.breaches()).isEmpty();
    }
}
