package io.chargelake.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "MI, 1, 1.609344",
        "WH, 5664, 5.664",
        "W, 11000, 11",
        "FRACTION, 0.57, 57",
        "HOUR, 0.05, 180",
        "KM, 0.1, 0.1"
    })
    void aValueIsReadInPlainUnits(Unit unit, double value, double plain) {
        assertThat(unit.toPlain(value)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void aUnitIsFoundByItsCodeAndTheFirstIsThePlainOne(Quantity quantity) {
        assertThat(quantity.units()).allSatisfy(unit -> assertThat(Unit.named(quantity, unit.code()))
                .contains(unit));
        assertThat(quantity.units().stream().filter(Unit::isPlain)).containsExactly(quantity.plain());
        assertThat(Unit.named(quantity, "parsec")).isEmpty();
    }

    /** Sources write hundredths of a percent as fractions of four places: they come back to the last digit. */
    @Property(tries = 300)
    void whatASourceDividedIsExactAgain(
            @ForAll @IntRange(max = 10_000) int hundredths, @ForAll @IntRange(min = 0) int wattHours) {
        assertThat(Unit.FRACTION.toPlain(hundredths / 10_000.0)).isEqualTo(hundredths / 100.0);
        assertThat(Unit.WH.toPlain(wattHours)).isEqualTo(wattHours / 1_000.0);
        assertThat(Unit.MI.toPlain(wattHours / 1_609.344)).isCloseTo(wattHours / 1_000.0, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void conversionKeepsOrder(Unit unit) {
        double[] values = {-3, 0, 0.001, 1, 99.5, 120_000};
        double[] plain = Arrays.stream(values).map(unit::toPlain).toArray();
        assertThat(plain).isSorted();
    }
}
