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
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.Stay;
import io.chargelake.energy.replay.Bill;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Strategies beside a general solver: linear programs, quadratic ones, and with choices where a slot must do one thing. */
class OptimumTest {
    private static final double EXACT = 1e-6;
    private static final double CERTIFIED = 1e-3;
    /** Squares are far greater than prices, and what is unmet must be dearer still. */
    private static final double SCALE = 1e3;

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theCheapestPlanOfVehiclesThatOnlyChargeIsTheOptimum(@ForAll Random random) {
        SiteCase site = Cases.of(10, 3, EXPORT).draw(random);
        assertExact(
                new PriceOptimisation().plan(site),
                Program.of(site, Program.everywhere(site, false)).costing());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theCheapestPlanOfVehiclesThatGiveBackIsTheOptimum(@ForAll Random random) {
        SiteCase site = Cases.of(10, 3, EXPORT, GIVES_BACK).draw(random);
        assertExact(
                new PriceOptimisation().plan(site),
                Program.of(site, Program.everywhere(site, true)).costing());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void gridSupportIsTheOptimumWithEnergyGivenBackInPeakHoursOnly(@ForAll Random random) {
        SiteCase site = Cases.of(10, 3, EXPORT, GIVES_BACK).draw(random);
        assertExact(
                new GridSupport().plan(site),
                Program.of(site, peak(site.prices())).costing());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void behindALimitThePlanOfVehiclesThatOnlyChargeIsTheOptimum(@ForAll Random random) {
        SiteCase site = Cases.of(8, 5, EXPORT, LIMITED, NEGATIVE).draw(random);
        Plan plan = new PriceOptimisation().plan(site);
        Program program =
                Program.of(site, Program.everywhere(site, false)).limited().costing();
        if (unmet(plan) < EXACT) {
            assertExact(plan, program);
        }
        assertThat(plan.proof().gap()).isLessThan(EXACT);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void behindALimitThePlanOfVehiclesThatGiveBackIsCertified(@ForAll Random random) {
        SiteCase site = Cases.of(8, 5, EXPORT, LIMITED, GIVES_BACK).draw(random);
        assertCertified(new PriceOptimisation().plan(site), Program.of(site, Program.everywhere(site, true)));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void withoutExportVehiclesServeTheSiteOnlyAndThePlanIsCertified(@ForAll Random random) {
        SiteCase site = Cases.of(8, 5, LIMITED, GIVES_BACK, SUN).draw(random);
        assertCertified(new PriceOptimisation().plan(site), Program.of(site, Program.everywhere(site, true)));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void behindALimitGridSupportIsCertified(@ForAll Random random) {
        SiteCase site = Cases.of(8, 5, EXPORT, LIMITED, GIVES_BACK).draw(random);
        assertCertified(new GridSupport().plan(site), Program.of(site, peak(site.prices())));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void aVehicleMayChargeOrGiveBackInASlotWhateverPricesAre(@ForAll Random random) {
        SiteCase site =
                Cases.of(5, 1, EXPORT, GIVES_BACK, NEGATIVE, SELLS_ABOVE).draw(random);
        Plan plan = new PriceOptimisation().plan(site);
        Program.Optimum best = bestOfAllWays(site);
        assertThat(unmet(plan)).isCloseTo(best.unmet(), within(1e-5));
        assertThat(plan.proof().objective()).isCloseTo(best.value(), within(EXACT));
        assertThat(plan.proof().gap()).isLessThan(EXACT);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whoArrivesOutsideTheBandEntersItWhenThatIsBest(@ForAll Random random) {
        SiteCase site = Cases.of(6, 1, EXPORT, GIVES_BACK, OUTSIDE_BAND).draw(random);
        Stay stay = site.stay(0);
        if (stay.socArrival() >= 0.2 && stay.socArrival() <= 0.9) {
            return;
        }
        Plan plan = new PriceOptimisation().plan(site);
        Program.Optimum best = new Program.Optimum(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int entry = 0; entry <= site.slots() + 1; entry++) {
            Program.Optimum found = Program.of(site, Program.everywhere(site, true))
                    .entering(0, entry)
                    .costing()
                    .solve();
            best = isBetter(found, best) ? found : best;
        }
        assertThat(plan.proof().objective()).isCloseTo(best.value(), within(EXACT));
        assertThat(unmet(plan)).isCloseTo(best.unmet(), within(EXACT));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void valleyFillingIsTheOptimumOfAQuadraticProgram(@ForAll Random random) {
        SiteCase site = Cases.of(8, 4, SUN).draw(random);
        assertFlattest(new ValleyFilling().plan(site), site);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void behindALimitValleyFillingIsTheOptimumOfAQuadraticProgram(@ForAll Random random) {
        SiteCase site = Cases.of(8, 5, LIMITED).draw(random);
        Plan plan = new ValleyFilling().plan(site);
        if (unmet(plan) < EXACT) {
            assertFlattest(plan, site);
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void loadBalancingIsTheOptimumForTheTransformerAndThenForItsPhases(@ForAll Random random) {
        SiteCase site = Cases.of(6, 5).draw(random);
        Plan plan = new LoadBalancing().plan(site);
        assertFlattest(plan, site);
        assertThat(LoadBalancing.unbalance(plan)).isCloseTo(Phases.leastUnbalance(plan), within(EXACT));
    }

    /** A convex square lies above its tangent: what a linear program gains along it is all that any plan could gain. */
    private static void assertFlattest(Plan plan, SiteCase site) {
        double[] kw = plan.vehiclesKw();
        double hours = site.horizon().slotHours();
        double[] slope = new double[kw.length];
        double squares = 0;
        double along = 0;
        for (int t = 0; t < kw.length; t++) {
            double load = site.site().netKw(t) + kw[t];
            squares += load * load;
            slope[t] = 2 * load / hours / SCALE;
            along += slope[t] * kw[t] * hours;
        }
        Program.Optimum best = Program.of(site, Program.everywhere(site, false))
                .takingNoMore()
                .limited()
                .pricing(slope)
                .solve();
        assertThat(unmet(plan)).isCloseTo(best.unmet(), within(1e-5));
        assertThat(plan.proof().objective()).isCloseTo(squares, within(EXACT));
        assertThat((along - best.value()) * SCALE).isLessThan(EXACT * Math.max(1, squares));
        assertThat(plan.proof().gap()).isLessThan(EXACT);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theLowestPeakOfVehiclesThatOnlyChargeIsTheOptimumAndThenTheCheapest(@ForAll Random random) {
        SiteCase site = Cases.of(8, 4, SUN, EXPORT).draw(random);
        Plan plan = new PeakShaving().plan(site);
        assertExact(
                plan,
                Program.of(site, Program.everywhere(site, false)).takingNoMore().peaking());
        assertThat(plan.proof().gap()).isLessThan(EXACT);
        Program cheapest = Program.of(site.withCeiling(plan.proof().objective()), Program.everywhere(site, false))
                .below(plan.proof().objective())
                .costing();
        Bill bill = Cases.replay(plan).bill();
        assertThat(bill.energy()).isCloseTo(cheapest.solve().value(), within(EXACT));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theLowestPeakOfVehiclesThatGiveBackIsCertified(@ForAll Random random) {
        SiteCase site = Cases.of(8, 4, EXPORT, GIVES_BACK).draw(random);
        Plan plan = new PeakShaving().plan(site);
        double best = Program.of(site, Program.everywhere(site, true))
                .peaking()
                .solve()
                .value();
        assertThat(plan.proof().bound()).isLessThanOrEqualTo(best + EXACT);
        assertThat(plan.proof().gap()).isLessThan(CERTIFIED);
        assertThat(Cases.replay(plan).load().peakKw()).isLessThan(plan.proof().objective() + EXACT);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void behindALimitTheLowestPeakIsCertifiedEvenWhereOthersAloneAreAboveIt(@ForAll Random random) {
        SiteCase site = Cases.of(24, 12, EXPORT, LIMITED, GIVES_BACK).draw(random);
        Plan plan = new PeakShaving().plan(site);
        assertThat(plan.proof().gap()).isLessThan(CERTIFIED);
        assertThat(Cases.replay(plan).load().peakKw()).isLessThan(plan.proof().objective() + EXACT);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void renewableIntegrationIsTheOptimum(@ForAll Random random) {
        SiteCase site = Cases.of(8, 4, SUN, EXPORT).draw(random);
        Plan plan = new RenewableIntegration().plan(site);
        assertExact(plan, Program.of(site, Program.everywhere(site, false)).costingBeyondSun());
        assertThat(plan.proof().gap()).isLessThan(EXACT);
    }

    /** Where not all can be had, as much as can be is drawn, and nobody can get more but from one who has less. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void aShortageIsAsSmallAsItCanBe(@ForAll Random random) {
        SiteCase site = Cases.of(6, 6, LIMITED).draw(random);
        Program program =
                Program.of(site, Program.everywhere(site, false)).takingNoMore().limited();
        double most = program.drawn();
        for (Strategy strategy : List.of(new ValleyFilling(), new LoadBalancing(), new PeakShaving())) {
            assertThat(Cases.replay(strategy.plan(site)).energy().drawn()).isCloseTo(most, within(EXACT));
        }
    }

    /** Every choice of charging or giving back, slot by slot. */
    private static Program.Optimum bestOfAllWays(SiteCase site) {
        Program.Optimum best = new Program.Optimum(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int way = 0; way < 1 << site.slots(); way++) {
            Program.Optimum found = Program.of(site, Program.everywhere(site, true))
                    .either(way)
                    .costing()
                    .solve();
            best = isBetter(found, best) ? found : best;
        }
        return best;
    }

    private static boolean isBetter(Program.Optimum found, Program.Optimum best) {
        return found.unmet() < best.unmet() - EXACT
                || found.unmet() < best.unmet() + EXACT && found.value() < best.value();
    }

    private static boolean[] peak(SlotPrices prices) {
        boolean[] peak = new boolean[prices.slots()];
        for (int slot = 0; slot < peak.length; slot++) {
            peak[slot] = prices.isPeak(slot);
        }
        return peak;
    }

    private static double unmet(Plan plan) {
        double unmet = 0;
        for (int stay = 0; stay < plan.site().count(); stay++) {
            unmet += plan.unmetKwh(stay);
        }
        return unmet;
    }

    private static void assertExact(Plan plan, Program program) {
        Program.Optimum best = program.solve();
        assertThat(unmet(plan)).isCloseTo(best.unmet(), within(1e-5));
        assertThat(plan.proof().objective())
                .isCloseTo(best.value(), within(EXACT * Math.max(1, Math.abs(best.value()))));
    }

    private static void assertCertified(Plan plan, Program program) {
        assertThat(plan.proof().gap()).isLessThan(CERTIFIED);
        if (unmet(plan) < EXACT) {
            double best = program.limited().costing().solve().value();
            assertThat(plan.proof().bound()).isLessThanOrEqualTo(best + EXACT);
            assertThat(plan.proof().objective()).isGreaterThanOrEqualTo(best - EXACT);
        }
    }
}
