package io.chargelake.energy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.energy.Cases;
import io.chargelake.energy.Charger;
import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.Horizon;
import io.chargelake.energy.Phase;
import io.chargelake.energy.PriceSeries;
import io.chargelake.energy.Prices;
import io.chargelake.energy.Site;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.Stay;
import io.chargelake.energy.Tariff;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.VoltageLevel;
import io.chargelake.energy.replay.Breach.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans that break something, by hand. */
class ReplayTest {
    private static final Horizon FOUR = new Horizon(Cases.DAY.startS(), 4, 3_600);
    private static final double ETA = 0.945;

    private static SlotPrices prices(double buy, double export, double demand) {
        double[] each = new double[4];
        Arrays.fill(each, buy);
        double[] paid = new double[4];
        Arrays.fill(paid, export);
        Prices series = new PriceSeries(FOUR.startS(), 3_600, each);
        Prices back = new PriceSeries(FOUR.startS(), 3_600, paid);
        return new Tariff("t", "EUR", series, Optional.of(back), demand).over(FOUR);
    }

    private static Stay stay(double soc, Charger charger, boolean v2g) {
        Vehicle vehicle = new Vehicle("a", 40, 11, 100, v2g);
        long from = FOUR.startS() + 3_600;
        return new Stay(vehicle, "s", from, from + 2 * 3_600, soc, 0.6, charger, Phase.ONE);
    }

    private static Stay onAc(double soc) {
        return stay(soc, new Charger(ChargerClass.AC, 11), true);
    }

    private static Outcome replay(Stay stay, double limitKw, double kva, double... kw) {
        Site site = new Site("s", limitKw, kva, VoltageLevel.LV, new double[] {2, 2, 2, 2}, new double[4]);
        return Replay.of(site, FOUR, prices(0.5, 0.2, 3), 0.1, List.of(new Schedule(stay, kw)));
    }

    private static List<Kind> breaches(Outcome outcome) {
        return outcome.breaches().stream().map(Breach::kind).toList();
    }

    @Test
    void aPlanThatKeepsAllIsBilled() {
        Outcome outcome = replay(onAc(0.5), 20, 20, 0, 10, -4, 0);
        assertThat(outcome.breaches()).isEmpty();
        assertThat(outcome.bill().total()).isCloseTo(5 - 0.8 + 0.1 * (10 * ETA + 4 / ETA) + 36, within(1e-12));
        assertThat(outcome.bill().demand()).isEqualTo(36);
        assertThat(outcome.energy().stored()).isCloseTo(10 * ETA - 4 / ETA, within(1e-12));
        assertThat(outcome.energy().leak()).isLessThan(1e-12);
        assertThat(outcome.load().peakKw()).isEqualTo(12);
        assertThat(outcome.load().valleyKw()).isEqualTo(-2);
        assertThat(outcome.service().connectedShare()).isEqualTo(0.5);
        assertThat(outcome.service().chargerUse()).isCloseTo(14 / 22.0, within(1e-12));
    }

    @Test
    void whatIsMissingAtDepartureIsCounted() {
        Outcome outcome = replay(onAc(0.5), 20, 20, 0, 1, 0, 0);
        assertThat(outcome.service().unmetKwh()).isCloseTo(4 - ETA, within(1e-12));
        assertThat(outcome.service().unmetVehicles()).isEqualTo(1);
        assertThat(outcome.socPercentile(5)).isEqualTo(0.5 + ETA / 40);
        assertThat(outcome.departureSocs()).containsExactly(0.5 + ETA / 40);
    }

    @Test
    void eachLimitIsWatched() {
        assertThat(breaches(replay(onAc(0.5), 20, 20, 1, 0, 0, 0))).containsExactly(Kind.WINDOW);
        assertThat(breaches(replay(onAc(0.5), 20, 20, 0, 11.1, 0, 0))).containsExactly(Kind.POWER);
        assertThat(breaches(replay(onAc(0.5), 10, 20, 0, 9, 0, 0))).containsExactly(Kind.SITE_LIMIT);
        assertThat(breaches(replay(onAc(0.5), 20, 10, 0, 9, 0, 0))).containsExactly(Kind.TRANSFORMER);
        assertThat(breaches(replay(onAc(0.5), 3, 20, 0, -6, 0, 0))).containsExactly(Kind.SITE_LIMIT);
        assertThat(breaches(replay(onAc(0.8), 20, 20, 0, 11, 0, 0))).containsExactly(Kind.SOC_HIGH);
        assertThat(breaches(replay(onAc(0.3), 20, 20, 0, -11, 0, 0))).containsExactly(Kind.SOC_LOW);
        assertThat(breaches(replay(onAc(0.5), 20, 20, 0, Double.NaN, 0, 0))).containsExactly(Kind.NOT_A_NUMBER);
        assertThat(breaches(replay(stay(0.5, new Charger(ChargerClass.AC, 11), false), 20, 20, 0, -1, 0, 0)))
                .containsExactly(Kind.GIVES_WITHOUT_V2G);
    }

    @Test
    void outsideTheBandOnlyTheWayBackIsOpen() {
        assertThat(breaches(replay(onAc(0.1), 20, 20, 0, 3, 0, 0))).isEmpty();
        assertThat(breaches(replay(onAc(0.1), 20, 20, 0, -1, 0, 0))).containsExactly(Kind.SOC_LOW);
        assertThat(breaches(replay(onAc(0.95), 20, 20, 0, -1, 0, 0))).isEmpty();
        assertThat(breaches(replay(onAc(0.95), 20, 20, 0, 1, 0, 0))).containsExactly(Kind.SOC_HIGH);
    }

    @Test
    void directCurrentTapers() {
        Stay fast = stay(0.8, new Charger(ChargerClass.DC_FAST, 50), false);
        assertThat(breaches(replay(fast, 100, 100, 0, 4, 0, 0))).isEmpty();
        Stay inAMinute = new Stay(
                fast.vehicle(), "s", fast.arrivalS(), fast.arrivalS() + 180, 0.85, 0.9, fast.charger(), Phase.ALL);
        assertThat(breaches(replay(inAMinute, 100, 100, 0, 2, 0, 0))).containsExactly(Kind.TAPER);
    }

    @Test
    void savingsThatWearEatsNeverPayBack() {
        assertThat(Money.monthsToPayBack(1_000, 120, 15, 5)).isEqualTo(10);
        assertThat(Money.monthsToPayBack(1_000, 20, 15, 5)).isInfinite();
        assertThat(Money.saving(new Bill(100, 0, 0, 0), new Bill(80, 10, 5, 0))).isCloseTo(0.25, within(1e-12));
        assertThat(Money.saving(new Bill(0, 0, 0, 0), new Bill(1, 0, 0, 0))).isNaN();
    }
}
