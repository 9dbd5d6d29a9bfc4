package io.chargelake.energy.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.energy.Cases;
import io.chargelake.energy.Charger;
import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.Horizon;
import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.PriceSeries;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import io.chargelake.energy.Tariff;
import io.chargelake.energy.Tariffs;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.VoltageLevel;
import io.chargelake.energy.replay.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases that have misled planners before. */
class TrapsTest {
    private static final Horizon DAY = Cases.DAY;
    private static final int HOUR = 3_600;

    private static Stay stay(String id, int fromHour, int toHour, double soc, double target) {
        return stay(new Vehicle(id, 50, 11, 50, true), fromHour, toHour, soc, target);
    }

    private static Stay stay(Vehicle vehicle, int fromHour, int toHour, double soc, double target) {
        long from = DAY.startS() + (long) fromHour * HOUR;
        long to = DAY.startS() + (long) toHour * HOUR;
        return new Stay(vehicle, "s", from, to, soc, target, new Charger(ChargerClass.AC, 11), Phase.ONE);
    }

    private static Stay oneWay(String id, int fromHour, int toHour, double soc, double target) {
        return stay(new Vehicle(id, 50, 11, 50, false), fromHour, toHour, soc, target);
    }

    private static SiteCase site(Tariff tariff, double limitKw, Stay... stays) {
        return site(tariff, limitKw, new double[96], new double[96], stays);
    }

    private static SiteCase site(Tariff tariff, double limitKw, double[] base, double[] sun, Stay... stays) {
        Site site = new Site("s", limitKw, 0, VoltageLevel.LV, base, sun);
        return SiteCase.of(site, DAY, tariff.over(DAY), 0, List.of(stays));
    }

    private static Tariff flat(double price, double export) {
        double[] prices = new double[96];
        double[] paid = new double[96];
        Arrays.fill(prices, price);
        Arrays.fill(paid, export);
        return new Tariff(
                "flat",
                "EUR",
                new PriceSeries(DAY.startS(), 900, prices),
                Optional.of(new PriceSeries(DAY.startS(), 900, paid)),
                0);
    }

    private static List<Strategy> everyone() {
        List<Strategy> all = new ArrayList<>(Strategy.all());
        all.add(new Uncontrolled());
        return all;
    }

    @Test
    void flatPricesLeaveNothingToGain() {
        SiteCase site = site(flat(0.3, 0.3), 50, stay("a", 8, 20, 0.3, 0.8), stay("b", 9, 18, 0.5, 0.9));
        double paid = Cases.replay(new Uncontrolled().plan(site)).bill().total();
        assertThat(Cases.replay(new PriceOptimisation().plan(site)).bill().total())
                .isCloseTo(paid, within(1e-9));
        assertThat(Cases.replay(new PriceOptimisation().plan(site)).energy().given())
                .isZero();
    }

    @Test
    void negativePricesFillTheBandAndNoMore() {
        SiteCase site = site(flat(-0.1, -0.1), 50, oneWay("a", 0, 24, 0.3, 0.4));
        Plan plan = new PriceOptimisation().plan(site);
        assertThat(plan.storedKwh(0)).isCloseTo(45, within(1e-6));
        assertThat(plan.proof().objective()).isCloseTo(-0.1 * 30 / 0.945, within(1e-6));
    }

    @Test
    void aSaleAboveThePurchaseIsNoPerpetualMotion() {
        SiteCase site = site(flat(0.1, 0.5), 50, stay("a", 0, 24, 0.5, 0.5));
        Plan plan = new PriceOptimisation().plan(site);
        Outcome outcome = Cases.replay(plan);
        assertThat(outcome.breaches()).isEmpty();
        assertThat(outcome.energy().given()).isLessThanOrEqualTo(11 * 12);
        assertThat(plan.unmetKwh(0)).isZero();
        assertThat(plan.proof().gap()).isLessThan(0.03);
    }

    @Test
    void aStayWithoutLengthGetsNothingAndCostsNobody() {
        SiteCase site = site(Tariffs.ONEE, 50, oneWay("a", 8, 8, 0.3, 0.8), oneWay("b", 8, 16, 0.3, 0.8));
        for (Strategy strategy : everyone()) {
            Plan plan = strategy.plan(site);
            assertThat(plan.unmetKwh(0)).as(strategy.code()).isCloseTo(25, within(1e-6));
            assertThat(plan.unmetKwh(1)).as(strategy.code()).isZero();
        }
    }

    @Test
    void aStayAtTheVeryEndOfTheHorizonWithoutLengthIsNone() {
        SiteCase site = site(Tariffs.ONEE, 50, oneWay("a", 24, 24, 0.3, 0.8));
        for (Strategy strategy : everyone()) {
            assertThat(strategy.plan(site).unmetKwh(0)).isCloseTo(25, within(1e-6));
        }
    }

    @Test
    void belowTheBandAVehicleOnlyChargesUntilItIsInIt() {
        SiteCase site = site(flat(0.2, 0.6), 50, stay("a", 0, 24, 0.05, 0.2));
        for (Strategy strategy : everyone()) {
            Outcome outcome = Cases.replay(strategy.plan(site));
            assertThat(outcome.breaches()).as(strategy.code()).isEmpty();
            assertThat(outcome.service().unmetKwh()).as(strategy.code()).isZero();
        }
    }

    @Test
    void aFullBatteryIsNotCharged() {
        SiteCase site = site(flat(-0.2, -0.2), 50, oneWay("a", 0, 24, 0.97, 1));
        for (Strategy strategy : everyone()) {
            assertThat(Cases.replay(strategy.plan(site)).energy().drawn()).isZero();
        }
    }

    @Test
    void overMidnightTheCheapHoursOfBothDaysCount() {
        Horizon night = new Horizon(DAY.startS() + 12 * HOUR, 96, 900);
        Vehicle vehicle = new Vehicle("a", 50, 11, 0, false);
        Stay stay = new Stay(
                vehicle,
                "s",
                night.startS() + 6 * HOUR,
                night.startS() + 20 * HOUR,
                0.2,
                0.9,
                new Charger(ChargerClass.AC, 7),
                Phase.ONE);
        Site site = new Site("s", 50, 0, VoltageLevel.LV, new double[96], new double[96]);
        SiteCase nightCase = SiteCase.of(site, night, Tariffs.ONEE.over(night), 0, List.of(stay));
        Plan plan = new PriceOptimisation().plan(nightCase);
        assertThat(plan.proof().objective()).isCloseTo(0.95 * 35 / 0.945, within(1e-6));
    }

    @Test
    void sunAboveTheLoadChargesForWhatItsExportWouldBring() {
        double[] sun = new double[96];
        Arrays.fill(sun, 40, 60, 30);
        SiteCase site = site(flat(0.4, 0.1), 50, new double[96], sun, oneWay("a", 0, 24, 0.3, 0.8));
        Plan plan = new RenewableIntegration().plan(site);
        assertThat(plan.proof().objective()).isCloseTo(0.1 * 25 / 0.945, within(1e-6));
        assertThat(Cases.replay(plan).load().renewableShare()).isCloseTo(1, within(1e-9));
    }

    @Test
    void vehiclesAllOnOneConductorAreSpread() {
        Stay[] stays = new Stay[6];
        for (int i = 0; i < stays.length; i++) {
            stays[i] = oneWay("v" + i, 8, 16, 0.3, 0.8);
        }
        Plan plan = new LoadBalancing().plan(site(Tariffs.ONEE, 100, stays));
        for (Phase phase : List.of(Phase.ONE, Phase.TWO, Phase.THREE)) {
            assertThat(plan.phases().stream().filter(phase::equals)).hasSize(2);
        }
        Plan as = Plan.of(plan.site(), plan.kwh(), plan.proof());
        assertThat(LoadBalancing.unbalance(plan)).isLessThan(LoadBalancing.unbalance(as) / 2);
    }

    @Test
    void aSiteWithoutCapacityLeavesAllUnmetAndFailsNothing() {
        SiteCase site = site(Tariffs.ONEE, 0, stay("a", 0, 12, 0.3, 0.8), oneWay("b", 0, 12, 0.5, 0.8));
        for (Strategy strategy : everyone()) {
            Outcome outcome = Cases.replay(strategy.plan(site));
            assertThat(outcome.breaches()).as(strategy.code()).isEmpty();
            assertThat(outcome.service().unmetKwh()).as(strategy.code()).isCloseTo(40, within(1e-6));
            assertThat(outcome.service().unmetVehicles()).isEqualTo(2);
        }
    }

    @Test
    void aSiteWithoutVehiclesHasAPlan() {
        for (Strategy strategy : everyone()) {
            assertThat(strategy.plan(site(Tariffs.ONEE, 10)).kwh()).isEmpty();
        }
    }

    @Test
    void whatIsShortIsSharedSoThatTheWorstServedGetsMost() {
        SiteCase site = site(Tariffs.ONEE, 4, oneWay("a", 0, 4, 0.2, 0.8), oneWay("b", 0, 4, 0.5, 0.8));
        Plan plan = new LoadBalancing().plan(site);
        assertThat(Cases.replay(plan).energy().drawn()).isCloseTo(16, within(1e-6));
        assertThat(Cases.replay(plan).service().fairness()).isCloseTo(1, within(1e-9));
    }

    @Test
    void directCurrentTapersAndThePlanKnows() {
        Vehicle vehicle = new Vehicle("a", 50, 11, 100, false);
        Stay stay = new Stay(
                vehicle,
                "s",
                DAY.startS(),
                DAY.startS() + HOUR,
                0.7,
                0.9,
                new Charger(ChargerClass.DC_FAST, 50),
                Phase.ALL);
        SiteCase site = site(Tariffs.ONEE, 500, stay);
        for (Strategy strategy : everyone()) {
            assertThat(Cases.replay(Tapered.plan(strategy, site)).breaches())
                    .as(strategy.code())
                    .isEmpty();
            assertThat(Tapered.plan(strategy, site).unmetKwh(0))
                    .as(strategy.code())
                    .isZero();
        }
        assertThat(Cases.replay(new Uncontrolled().plan(site)).breaches()).isNotEmpty();
    }

    /** Forbidding slot by slot would come nearer by halves, and plan some twenty times. */
    @Test
    void theTaperIsKnownAfterAFewPlans() {
        Vehicle vehicle = new Vehicle("a", 60, 11, 100, true);
        Charger charger = new Charger(ChargerClass.DC_FAST, 50);
        Stay overNight = new Stay(vehicle, "s", DAY.startS(), DAY.endS(), 0.5, 0.9, charger, Phase.ALL);
        Stay hour = new Stay(
                new Vehicle("b", 60, 11, 100, false),
                "s",
                DAY.startS() + 8 * HOUR,
                DAY.startS() + 9 * HOUR,
                0.4,
                0.88,
                charger,
                Phase.ALL);
        for (Strategy strategy : Strategy.all()) {
            Counted counted = new Counted(strategy);
            Plan plan = Tapered.plan(counted, site(Tariffs.ONEE, 80, overNight, hour));
            assertThat(counted.plans).as(strategy.code()).isLessThanOrEqualTo(5);
            assertThat(Cases.replay(plan).breaches()).as(strategy.code()).isEmpty();
            assertThat(Cases.replay(plan).service().unmetKwh())
                    .as(strategy.code())
                    .isZero();
        }
    }

    private static final class Counted implements Strategy {
        private final Strategy strategy;
        private int plans;

        Counted(Strategy strategy) {
            this.strategy = strategy;
        }

        @Override
        public String code() {
            return strategy.code();
        }

        @Override
        public String goal() {
            return strategy.goal();
        }

        @Override
        public Plan plan(SiteCase site) {
            plans++;
            return strategy.plan(site);
        }
    }

    /** Then the site's limit binds in other slots, not the highest load. */
    @Test
    void aLoadAboveTheLimitWithoutVehiclesLeavesThePeakToWhoGivesBack() {
        double[] base = new double[96];
        Arrays.fill(base, 20);
        Arrays.fill(base, 40, 48, 60);
        Stay gives = stay("a", 0, 24, 0.5, 0.7);
        Stay charges = oneWay("b", 8, 12, 0.3, 0.6);
        SiteCase site = site(flat(0.3, 0.1), 45, base, new double[96], gives, charges);
        Plan plan = new PeakShaving().plan(site);
        assertThat(plan.proof().objective()).isBetween(49.0, 60.0);
        assertThat(plan.proof().gap()).isLessThan(1e-3);
        assertThat(Cases.replay(plan).service().unmetKwh()).isZero();
    }

    /** From the dearest to the cheapest hour; more would be a mistake. */
    @Test
    void onTheBuiltInTariffSavingsEndWhereItsPricesDo() {
        SiteCase site = site(Tariffs.ONEE, 500, oneWay("a", 18, 24, 0.3, 0.45), oneWay("b", 18, 24, 0.4, 0.5));
        double free = Cases.replay(new Uncontrolled().plan(site)).bill().total();
        double best = Cases.replay(new PriceOptimisation().plan(site)).bill().total();
        assertThat(1 - best / free).isBetween(0.48, 1 - 0.95 / 1.85 + 1e-9);
    }
}
