package io.chargelake.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** A fleet is made up, written in some units, and the units are found again. */
class UnitDetectionTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Property(tries = 500)
    void unitsOfChargesAreFound(
            @ForAll @DoubleRange(min = 10, max = 400) double batteryKwh,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double share,
            @ForAll @DoubleRange(min = 2, max = 350) double powerKw,
            @ForAll @DoubleRange(min = 1, max = 8) double idle,
            @ForAll Wh energy,
            @ForAll Watt power,
            @ForAll Part soc) {
        double kwh = batteryKwh * share;
        double hours = idle * kwh / powerKw;
        var file = new FileEvidence(
                some(soc == Part.FRACTION ? 1 : 0.01),
                some(kwh * energy.perKwh()),
                some(batteryKwh * energy.perKwh() / soc.full()),
                some(kwh / hours * energy.perKwh()),
                some(powerKw * power.perKw()),
                NONE,
                NONE,
                NONE);
        Map<Quantity, Verdict> verdicts = UnitDetection.of(file);
        assertUnit(verdicts.get(Quantity.SOC), soc.unit());
        assertUnit(verdicts.get(Quantity.ENERGY), energy.unit());
        assertUnit(verdicts.get(Quantity.POWER), power.unit());
        assertThat(verdicts).doesNotContainKey(Quantity.DISTANCE);
    }

    /** What is detected must be right; what can't be told is said so. */
    @Property(tries = 500)
    void milesAreNeverTakenForKilometresForCertain(
            @ForAll @DoubleRange(min = 0.9, max = 2.2) double thirst,
            @ForAll @DoubleRange(min = 33, max = 130) double speedKmh,
            @ForAll Wh energy) {
        double kwhPerKm = thirst * common(speedKmh);
        double perMile = kwhPerKm * 1.609344;
        Verdict verdict =
                UnitDetection.of(driven(perMile, speedKmh / 1.609344, energy)).get(Quantity.DISTANCE);
        assertThat(verdict.isAssumed()).as(verdict.because()).isTrue();
        assertThat(verdict.unit()).isEqualTo(Unit.KM);
    }

    @Property(tries = 500)
    void energyOfDrivesIsFoundWhateverTheDistanceIsIn(
            @ForAll @DoubleRange(min = 0.05, max = 2) double kwhPerKm, @ForAll Wh energy, @ForAll boolean miles) {
        double perDistance = kwhPerKm * (miles ? 1.609344 : 1);
        assertUnit(UnitDetection.of(driven(perDistance, 40, energy)).get(Quantity.ENERGY), energy.unit());
    }

    @Example
    void aCommonFleetIsInKilometres() {
        assertUnit(UnitDetection.of(driven(0.16, 45, Wh.KWH)).get(Quantity.DISTANCE), Unit.KM);
    }

    @Example
    void fastDrivesAreInKilometresHoweverThirsty() {
        var file = new FileEvidence(NONE, some(20), NONE, NONE, NONE, some(0.4), some(2), some(0.1));
        assertUnit(UnitDetection.of(file).get(Quantity.DISTANCE), Unit.KM);
    }

    @Example
    void evidenceThatContradictsItselfIsNone() {
        var file = new FileEvidence(some(0), some(30), some(500), some(20), NONE, NONE, NONE, NONE);
        Verdict energy = UnitDetection.of(file).get(Quantity.ENERGY);
        assertThat(energy.isAssumed()).isTrue();
        assertThat(energy.because()).contains("contradicting");
    }

    @Example
    void halfFractionsAndHalfPercentIsNeither() {
        var file = new FileEvidence(some(0.7), NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        assertThat(UnitDetection.of(file).get(Quantity.SOC).isAssumed()).isTrue();
    }

    @Property(tries = 200)
    void odometersThatGoOnTellMilesFromKilometres(
            @ForAll @Size(min = 2, max = 12) List<Boolean> inMiles,
            @ForAll @DoubleRange(min = 500, max = 300_000) double startKm) {
        var links = new ArrayList<OdometerLinks.Link>();
        for (int i = 1; i < inMiles.size(); i++) {
            double before = startKm / (inMiles.get(i - 1) ? 1.609344 : 1);
            double after = (startKm + 20) / (inMiles.get(i) ? 1.609344 : 1);
            links.add(new OdometerLinks.Link(
                    "f" + (i - 1), "f" + i, OdometerLinks.step(before, after).orElseThrow(), 3));
        }
        Collections.shuffle(links, new Random(1));
        Map<String, Unit> units = OdometerLinks.units(links, Map.of());
        boolean mixed = inMiles.stream().distinct().count() == 2;
        for (int i = 0; i < inMiles.size(); i++) {
            assertThat(units.get("f" + i)).isEqualTo(mixed ? inMiles.get(i) ? Unit.MI : Unit.KM : null);
        }
    }

    @Example
    void whatIsKnownOfOneFileIsKnownOfTheFilesItGoesOnIn() {
        var links = List.of(
                new OdometerLinks.Link("a", "b", OdometerLinks.Step.EVEN, 2),
                new OdometerLinks.Link("b", "c", OdometerLinks.Step.EVEN, 2),
                new OdometerLinks.Link("c", "d", OdometerLinks.Step.KM_TO_MI, 1),
                new OdometerLinks.Link("x", "y", OdometerLinks.Step.EVEN, 1));
        assertThat(OdometerLinks.units(links, Map.of("y", Unit.KM)))
                .isEqualTo(Map.of("a", Unit.KM, "b", Unit.KM, "c", Unit.KM, "d", Unit.MI, "x", Unit.KM, "y", Unit.KM));
    }

    @Example
    void anOdometerThatJumpsAnyhowSaysNothing() {
        assertThat(OdometerLinks.step(10_000, 12_500)).isEmpty();
        assertThat(OdometerLinks.step(0, 12_500)).isEmpty();
    }

    enum Wh {
        KWH(1, Unit.KWH),
        WH(1_000, Unit.WH);
        private final double perKwh;
        private final Unit unit;

        Wh(double perKwh, Unit unit) {
            this.perKwh = perKwh;
            this.unit = unit;
        }

        double perKwh() {
            return perKwh;
        }

        Unit unit() {
            return unit;
        }
    }

    enum Watt {
        KW,
        W;

        double perKw() {
            return this == KW ? 1 : 1_000;
        }

        Unit unit() {
            return this == KW ? Unit.KW : Unit.W;
        }
    }

    enum Part {
        PERCENT,
        FRACTION;

        double full() {
            return this == PERCENT ? 100 : 1;
        }

        Unit unit() {
            return this == PERCENT ? Unit.PERCENT : Unit.FRACTION;
        }
    }

    private static FileEvidence driven(double kwhPerDistance, double speed, Wh energy) {
        return new FileEvidence(
                NONE,
                some(20 * kwhPerDistance * energy.perKwh()),
                NONE,
                NONE,
                NONE,
                some(kwhPerDistance * energy.perKwh()),
                some(CommonCar.thirst(20 * kwhPerDistance * energy.perKwh(), 20, 20 / speed)),
                some(speed > CommonCar.FAST ? 1 : 0));
    }

    private static double common(double speedKmh) {
        return 1 / CommonCar.thirst(1, 1, 1 / speedKmh);
    }

    private static void assertUnit(Verdict verdict, Unit unit) {
        assertThat(verdict.isAssumed()).as(verdict.because()).isFalse();
        assertThat(verdict.unit()).isEqualTo(unit);
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }
}
