package io.chargelake.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final QualityLimits LIMITS = QualityLimits.IEEE_519;

    @Test
    void thePublishedFeederHasThePublishedVoltageAndLosses() {
        FeederSweep sweep = new FeederSweep(BaranWu.feeder());
        assertThat(sweep.solve(BaranWu.kw(), BaranWu.kvar())).isTrue();
        assertThat(sweep.lowestVoltage()).isCloseTo(0.9131, within(5e-5));
        assertThat(sweep.voltage(17)).isEqualTo(sweep.lowestVoltage());
        assertThat(sweep.lossesKw()).isCloseTo(202.7, within(0.05));
    }

    @Test
    void theScreenIsNeverBelowTheSweep() {
        FeederSweep sweep = new FeederSweep(BaranWu.feeder());
        for (double factor : new double[] {0, 0.5, 1, 2, 3}) {
            double[] kw = Arrays.stream(BaranWu.kw()).map(load -> load * factor).toArray();
            double[] kvar =
                    Arrays.stream(BaranWu.kvar()).map(load -> load * factor).toArray();
            assertThat(sweep.solve(kw, kvar)).isTrue();
            assertThat(BaranWu.feeder().screen(kw, kvar)).isGreaterThanOrEqualTo(sweep.lowestVoltage() - 1e-12);
        }
    }

    @Test
    void beyondWhatLinesCarryThereIsNoVoltage() {
        FeederSweep sweep = new FeederSweep(BaranWu.feeder());
        double[] kw = Arrays.stream(BaranWu.kw()).map(load -> load * 20).toArray();
        assertThat(sweep.solve(kw, BaranWu.kvar())).isFalse();
        assertThat(sweep.lowestVoltage()).isNaN();
        assertThat(sweep.lossesKw()).isNaN();
    }

    @Test
    void behindAShortCircuitPowerAResistanceDropsWhatOhmSays() {
        Feeder feeder = Connection.ofShortCircuit(0.4, 10, 1e9).feeder();
        FeederSweep sweep = new FeederSweep(feeder);
        sweep.solve(new double[] {0, 100}, new double[2]);
        double voltage = sweep.voltage(1);
        assertThat(voltage * (1 - voltage)).isCloseTo(0.1 * 0.1, within(1e-6));
        assertThat(sweep.lossesKw()).isCloseTo(100 * (1 - voltage) / voltage, within(1e-6));
    }

    @Test
    void aFeederWithALoopIsRefused() {
        assertThatThrownBy(() -> new Feeder(20, new int[] {-1, 2, 1}, new double[3], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line to bus 1");
    }

    @Test
    void atRatedLoadInAirOfTwentyATransformerAgesAsItShould() {
        Transformer transformer = new Transformer(400, Transformer.Warming.DISTRIBUTION, 20);
        double[] rated = {400, 400, 400};
        assertThat(transformer.hotSpot(rated, 0.25)[2]).isCloseTo(98, within(1e-9));
        assertThat(Transformer.ageing(98)).isEqualTo(1);
        assertThat(Transformer.ageing(104)).isEqualTo(2);
        assertThat(Transformer.ageing(92)).isEqualTo(0.5);
        assertThat(transformer.hoursOverloaded(new double[] {399, 401, -500}, 0.25))
                .isEqualTo(0.5);
        assertThat(transformer.hotSpot(new double[] {0, 400}, 0.25)[1]).isLessThan(98);
    }

    @Test
    void harmonicsOfManyChargersPartlyCancel() {
        Spectrum spectrum = new Spectrum("made up", "this test", Map.of(3, 0.1, 5, 0.1, 11, 0.1));
        Harmonics one = harmonics(spectrum, 1);
        Harmonics hundred = harmonics(spectrum, 100);
        assertThat(one.amperes().values())
                .allSatisfy(amperes -> assertThat(amperes).isCloseTo(1.6, within(1e-12)));
        assertThat(hundred.amperes().get(3)).isCloseTo(160, within(1e-9));
        assertThat(hundred.amperes().get(5)).isCloseTo(1.6 * Math.pow(100, 1 / 1.4), within(1e-9));
        assertThat(hundred.amperes().get(11)).isCloseTo(16, within(1e-9));
        assertThat(one.totalDemandDistortion(16)).isCloseTo(Math.sqrt(0.03), within(1e-12));
        double volts = 400 / Math.sqrt(3);
        assertThat(one.voltageDistortion(0, 0.1, 0.4)).isCloseTo(0.16 * Math.sqrt(9 + 25 + 121) / volts, within(1e-12));
    }

    /** Of chargers of 16 A. */
    private static Harmonics harmonics(Spectrum spectrum, int chargers) {
        Harmonics.Emitters emitters = new Harmonics.Emitters(spectrum);
        for (int i = 0; i < chargers; i++) {
            emitters.add(16);
        }
        return Harmonics.of(List.of(emitters));
    }

    @Test
    void limitsGoByVoltage() {
        assertThat(LIMITS.distortion(0.4)).isEqualTo(0.08);
        assertThat(LIMITS.distortion(20)).isEqualTo(0.05);
        assertThat(LIMITS.distortion(110)).isEqualTo(0.025);
        assertThat(LIMITS.distortion(400)).isNaN();
        assertThat(LIMITS.withDistortion(0.05).distortion(0.4)).isEqualTo(0.05);
    }

    @Test
    void aReadingSaysWhetherItsLimitIsKept() {
        Readings readings = new Readings(LIMITS, 0.4);
        assertThat(readings.voltage(0.94).isOk()).isFalse();
        assertThat(readings.voltage(1.04).isOk()).isTrue();
        assertThat(readings.powerFactor(95, 0, 0).value()).isEqualTo(1);
        assertThat(readings.powerFactor(3, 4, 0).value()).isCloseTo(0.6, within(1e-12));
        assertThat(readings.powerFactor(3, 4, 12).value()).isCloseTo(3 / 13.0, within(1e-12));
        assertThat(readings.powerFactor(3, 4, 0).isOk()).isFalse();
        assertThat(readings.powerFactor(0, 0, 0).isOk()).isTrue();
    }

    @Test
    void loadsAlikeOnAllConductorsAreBalanced() {
        Readings readings = new Readings(LIMITS, 0.4);
        assertThat(readings.unbalance(new double[] {10, 10, 10}, 0.1, 0.1).value())
                .isCloseTo(0, within(1e-12));
        double volts = 400 / Math.sqrt(3);
        double drop = 0.1 * 10_000 / volts;
        assertThat(readings.unbalance(new double[] {10, 0, 0}, 0.1, 0).value())
                .isCloseTo(drop / 3 / (volts - drop / 3), within(1e-12));
    }

    @Test
    void aTransformerTellsAnImpedanceWhereNothingElseDoes() {
        Connection connection = Connection.ofTransformer(0.4, 400, 0.3);
        double impedance = Math.hypot(connection.ohm(), connection.reactanceOhm());
        assertThat(impedance).isCloseTo(0.04 * 0.4 * 0.4 / 0.4, within(1e-12));
        assertThat(connection.ohm() / connection.reactanceOhm()).isCloseTo(0.3, within(1e-12));
        assertThat(connection.origin()).contains("u_k = 4.0 % (IEC 60076-5)");
        assertThat(Connection.shortCircuitShare(631)).isEqualTo(0.05);
        assertThat(Connection.shortCircuitShare(80_000)).isEqualTo(0.125);
        assertThat(Connection.unknown(20).isKnown()).isFalse();
    }

    @Test
    void oneSiteAloneSaysNothingOfFrequency() {
        Readings readings = new Readings(LIMITS, 0.4);
        assertThat(readings.frequency(500, OptionalDouble.empty()).isKnown()).isFalse();
        assertThat(readings.frequency(50_000, OptionalDouble.of(1_000)).value()).isCloseTo(0.05, within(1e-12));
    }
}
