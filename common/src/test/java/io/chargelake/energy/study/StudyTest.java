package io.chargelake.energy.study;

import static io.chargelake.energy.Cases.Trait.GIVES_BACK;
import static io.chargelake.energy.Cases.Trait.LIMITED;
import static io.chargelake.energy.Cases.Trait.OUTSIDE_BAND;
import static io.chargelake.energy.Cases.Trait.SUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.energy.Cases;
import io.chargelake.energy.Charger;
import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.Horizon;
import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import io.chargelake.energy.Tariffs;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.VoltageLevel;
import io.chargelake.energy.grid.Connection;
import io.chargelake.energy.grid.QualityLimits;
import io.chargelake.energy.grid.Reading;
import io.chargelake.energy.replay.Outcome;
import io.chargelake.energy.strategy.PriceOptimisation;
import io.chargelake.energy.strategy.RenewableIntegration;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Uncontrolled;
import io.chargelake.energy.strategy.ValleyFilling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class StudyTest {
    /** 2025-01-06T16:00:00Z, 17:00 in Casablanca. */
    private static final long MONDAY_AT_FOUR = 1_736_179_200L;

    private static final Horizon NIGHT = new Horizon(MONDAY_AT_FOUR, 64, 900);

    private static SiteCase night(double limitKw, double kva, double solarKw, boolean v2g) {
        double[] base = new double[NIGHT.slots()];
        double[] solar = new double[NIGHT.slots()];
        Arrays.fill(base, 20);
        Arrays.fill(solar, 0, 8, solarKw);
        Site site = new Site("s", limitKw, kva, VoltageLevel.LV, base, solar);
        Stay stay = new Stay(
                new Vehicle("a", 50, 11, 100, v2g),
                "s",
                NIGHT.startS() + 900,
                NIGHT.endS(),
                0.5,
                0.8,
                new Charger(ChargerClass.AC, 11),
                Phase.ONE);
        return SiteCase.of(site, NIGHT, Tariffs.ONEE.over(NIGHT), 0.01, List.of(stay));
    }

    private static List<String> reasons(Study study) {
        Course course = new Course(study.strategy(), study.plan());
        List<String> reasons = new ArrayList<>();
        course.begin(0);
        while (course.next()) {
            reasons.add(course.state().code() + " " + course.reason().code());
        }
        return reasons.stream().distinct().toList();
    }

    @Test
    void aVehicleSaysWhatItDoesAndWhy() {
        assertThat(reasons(Study.of(new Uncontrolled(), night(1000, 0, 0, false))))
                .containsExactly("charge at_once", "idle ready");
        assertThat(reasons(Study.of(new PriceOptimisation(), night(1000, 0, 0, false))))
                .containsExactly("idle waits_for_price", "charge cheap_slot", "idle ready");
        assertThat(reasons(Study.of(new PriceOptimisation(), night(1000, 0, 0, true))))
                .contains("discharge dear_slot", "charge cheap_slot");
        assertThat(reasons(Study.of(new RenewableIntegration(), night(1000, 0, 60, false))))
                .startsWith("charge own_sun");
        assertThat(reasons(Study.of(new ValleyFilling(), night(1000, 0, 0, false))))
                .containsExactly("charge low_load");
        assertThat(reasons(Study.of(new PriceOptimisation(), night(20, 0, 0, false))))
                .containsExactly("idle no_room");
    }

    @Test
    void stateOfChargeIsThatBehindEachSlot() {
        Study study = Study.of(new Uncontrolled(), night(1000, 0, 0, false));
        Course course = new Course(study.strategy(), study.plan());
        course.begin(0);
        assertThat(course.next()).isTrue();
        assertThat(course.slot()).isEqualTo(1);
        assertThat(course.powerKw()).isEqualTo(11);
        assertThat(course.soc()).isCloseTo(0.5 + 11 * 0.25 * 0.945 / 50, within(1e-12));
        while (course.next()) {
            assertThat(course.soc()).isLessThan(0.8 + 1e-9);
        }
        assertThat(course.soc()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void savingsAreThoseOfTheSameEnergyAtOtherTimes() {
        Study study = Study.of(new PriceOptimisation(), night(1000, 0, 0, false));
        double kwh = 0.3 * 50 / 0.945;
        assertThat(study.outcome().bill().total()).isCloseTo(kwh * 0.95, within(1e-6));
        assertThat(study.uncontrolledOutcome().energy().stored())
                .isCloseTo(study.outcome().energy().stored(), within(1e-6));
        // 17:15 to 18:00 costs 1.35, then the peak begins
        double cheap = 0.75 * 11;
        assertThat(study.uncontrolledOutcome().bill().total())
                .isCloseTo(cheap * 1.35 + (kwh - cheap) * 1.85, within(1e-6));
        assertThat(kpi(Totals.of(study), "saving_share")).isBetween(0.0, 1 - 0.95 / 1.85);
    }

    private static double kpi(Totals totals, String name) {
        return totals.kpis("MAD", new Spending(1_000, 10)).stream()
                .filter(kpi -> kpi.name().equals(name))
                .mapToDouble(Kpi::value)
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void sumsDoNotDependOnTheirOrder(@ForAll Random random) {
        List<Totals> sites = new ArrayList<>();
        Horizon horizon = null;
        while (sites.size() < 3) {
            SiteCase site =
                    Cases.of(12, 5, LIMITED, GIVES_BACK, SUN, OUTSIDE_BAND).draw(random);
            if (horizon == null || horizon.equals(site.horizon())) {
                horizon = site.horizon();
                sites.add(Totals.of(Study.of(new PriceOptimisation(), site)));
            }
        }
        Totals one = sites.get(0).plus(sites.get(1)).plus(sites.get(2));
        Totals other = sites.get(2).plus(sites.get(0).plus(sites.get(1)));
        assertThat(one.kpis("EUR", Spending.NOTHING)).isEqualTo(other.kpis("EUR", Spending.NOTHING));
    }

    @Test
    void figuresOfOneSiteAreThoseOfItsReplay() {
        Study study = Study.of(new PriceOptimisation(), night(1000, 0, 60, true));
        Totals totals = Totals.of(study);
        Outcome outcome = study.outcome();
        assertThat(kpi(totals, "cost")).isCloseTo(outcome.bill().total(), within(1e-5));
        assertThat(kpi(totals, "peak")).isCloseTo(outcome.load().peakKw(), within(1e-5));
        assertThat(kpi(totals, "renewable_share")).isCloseTo(outcome.load().renewableShare(), within(1e-5));
        assertThat(kpi(totals, "charger_use")).isCloseTo(outcome.service().chargerUse(), within(1e-5));
        assertThat(kpi(totals, "soc_departure_p50")).isCloseTo(outcome.socPercentile(50), within(5e-4));
        double monthly = totals.saving() * (365.25 / 12 * 24) / 16;
        assertThat(kpi(totals, "months_to_pay_back")).isCloseTo(1_000 / (monthly - 10), within(1e-3));
        double roundTrip = 0.945 * 0.945;
        double meanPrice = outcome.bill().energy() / outcome.energy().drawn();
        assertThat(kpi(totals, "v2g_net"))
                .isCloseTo(
                        outcome.bill().revenue()
                                - outcome.bill().wear()
                                - outcome.energy().given() / roundTrip * meanPrice,
                        within(1e-4));
    }

    @Test
    void whatIsNotKnownOfTheGridIsNotMadeUp() {
        Study study = Study.of(new Uncontrolled(), night(1000, 0, 0, false));
        var known = grid(study).at(1).stream()
                .collect(Collectors.partitioningBy(
                        Reading::isKnown,
                        Collectors.mapping(reading -> reading.metric().code(), Collectors.toList())));
        assertThat(known.get(true)).containsExactly("tdd_current", "power_factor");
        assertThat(known.get(false))
                .containsExactly("voltage_deviation", "thd_voltage", "unbalance", "frequency_deviation_hz");
    }

    @Test
    void powerQualityFollowsThePlan() {
        Study study = Study.of(new Uncontrolled(), night(1000, 50, 0, false));
        GridStudy grid = grid(study);
        double kvar = 20 * Math.tan(Math.acos(0.95)) + 11 * Math.tan(Math.acos(0.99));
        assertThat(value(grid, 1, "transformer_loading")).isCloseTo(Math.hypot(31, kvar) / 50, within(1e-9));
        assertThat(value(grid, 1, "unbalance")).isGreaterThan(value(grid, 0, "unbalance"));
        assertThat(value(grid, 1, "voltage_deviation")).isGreaterThan(value(grid, 0, "voltage_deviation"));
        assertThat(value(grid, 0, "thd_voltage")).isZero();
        assertThat(value(grid, 1, "thd_voltage")).isPositive();
        assertThat(value(grid, 0, "power_factor")).isCloseTo(0.95, within(1e-9));
    }

    private static GridStudy grid(Study study) {
        Site site = study.plan().site().site();
        Connection connection = Connection.of(site.level().kilovolts(), 0, site.transformerKva(), 0.3);
        return GridStudy.of(study.plan(), connection, GridInputs.standard(QualityLimits.IEEE_519));
    }

    private static double value(GridStudy grid, int slot, String metric) {
        return grid.at(slot).stream()
                .filter(reading -> reading.metric().code().equals(metric))
                .mapToDouble(Reading::value)
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void planningAnewBreaksNothing(@ForAll Random random) {
        SiteCase site = Cases.of(12, 5, LIMITED, GIVES_BACK, SUN).draw(random);
        Strategy strategy = Strategy.all().get(random.nextInt(6));
        Plan plan = RollingHorizon.plan(strategy, site, 1 + random.nextInt(3));
        Outcome outcome = Cases.replay(plan);
        assertThat(outcome.breaches()).isEmpty();
        assertThat(outcome.energy().leak()).isLessThan(1e-6);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whoKnowsAllFromTheStartRegretsNothing(@ForAll Random random) {
        // plans are exact but for the taper of direct current
        SiteCase drawn = Cases.onAlternatingCurrent(Cases.of(12, 5).draw(random));
        long start = drawn.horizon().startS();
        SiteCase site = Cases.mapped(
                drawn,
                stay -> new Stay(
                        stay.vehicle(),
                        stay.siteId(),
                        start,
                        Math.max(start, stay.departureS()),
                        stay.socArrival(),
                        stay.socTarget(),
                        stay.charger(),
                        stay.phase()));
        double rolled = Cases.replay(RollingHorizon.plan(new PriceOptimisation(), site, 1))
                .bill()
                .total();
        double hindsight =
                Study.of(new PriceOptimisation(), site).outcome().bill().total();
        assertThat(rolled).isCloseTo(hindsight, within(1e-5 * (1 + Math.abs(hindsight))));
    }

    @Test
    void inputsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> RollingHorizon.plan(new PriceOptimisation(), night(10, 0, 0, false), 0))
                .hasMessageContaining("every 0 slots");
        assertThatThrownBy(() -> new Spending(-1, 0)).hasMessageContaining("-1.0");
        GridInputs inputs = GridInputs.standard(QualityLimits.IEEE_519);
        assertThatThrownBy(() -> new GridInputs(inputs.limits(), inputs.spectra(), 1.2, 1, 0.3, 20, 0))
                .hasMessageContaining("power factor of 1.2 of chargers");
        assertThatThrownBy(() -> new GridInputs(inputs.limits(), Map.of(), 1, 1, 0.3, 20, 0))
                .hasMessageContaining("AC");
    }
}
