package io.chargelake.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.energy.TimeOfUse.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Horizon day(ZoneId zone, String date, int hours) {
        return new Horizon(LocalDate.parse(date).atStartOfDay(zone).toEpochSecond(), hours, 3_600);
    }

    private static TimeOfUse night(double price, LocalTime from, LocalTime to) {
        return new TimeOfUse(BERLIN, List.of(new Period("night", from, to, price)), 1);
    }

    @Test
    void theBuiltInTariffHasItsThreePricesByTheLocalClock() {
        SlotPrices prices = Tariffs.ONEE.over(day(ZoneId.of("Africa/Casablanca"), "2024-06-05", 24));
        for (int hour = 0; hour < 24; hour++) {
            double expected = hour >= 18 && hour < 21 ? 1.85 : hour >= 22 || hour < 5 ? 0.95 : 1.35;
            assertThat(prices.buy(hour)).isEqualTo(expected);
            assertThat(prices.isPeak(hour)).isEqualTo(expected == 1.85);
            assertThat(prices.sell(hour)).isEqualTo(expected);
        }
        assertThat(prices.paysExport()).isFalse();
    }

    @Test
    void whenTheClockIsPutForwardANightHasAnHourLess() {
        TimeOfUse tariff = night(0.5, LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(cheapHours(tariff, "2025-03-30", 23)).isEqualTo(7);
        assertThat(cheapHours(tariff, "2025-03-29", 24)).isEqualTo(8);
        assertThat(cheapHours(tariff, "2025-10-26", 25)).isEqualTo(9);
    }

    private static long cheapHours(TimeOfUse tariff, String date, int hours) {
        return Arrays.stream(tariff.over(day(BERLIN, date, hours)))
                .filter(price -> price == 0.5)
                .count();
    }

    @Test
    void aSlotThatABorderCutsCostsTheMeanOfItsMinutes() {
        TimeOfUse tariff = night(0, LocalTime.of(0, 15), LocalTime.of(0, 30));
        assertThat(tariff.over(day(BERLIN, "2025-01-01", 1))[0]).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aPeriodFromATimeToItselfIsTheWholeDay() {
        assertThat(night(0.2, LocalTime.NOON, LocalTime.NOON).over(day(BERLIN, "2025-01-01", 24)))
                .containsOnly(0.2);
    }

    @Test
    void aSeriesIsAveragedOverSlots() {
        PriceSeries series = new PriceSeries(0, 900, new double[] {1, 2, 3, 4, -1, -1, -1, -1});
        assertThat(series.over(new Horizon(0, 2, 3_600))).containsExactly(2.5, -1);
        assertThat(series.over(new Horizon(900, 2, 450))).containsExactly(2, 2);
        assertThat(series.peak(new Horizon(0, 8, 900)))
                .containsExactly(false, false, true, true, false, false, false, false);
        assertThatThrownBy(() -> series.over(new Horizon(0, 3, 3_600)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the series holds 0 to 7200");
    }

    @Test
    void pricesThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> new PriceSeries(0, 900, new double[] {1, Double.NaN}))
                .hasMessageContaining("the price of slot 1 is NaN");
        assertThatThrownBy(() -> night(Double.POSITIVE_INFINITY, LocalTime.NOON, LocalTime.MIDNIGHT))
                .hasMessageContaining("period night");
        assertThatThrownBy(() -> new Site("s", -1, 0, VoltageLevel.LV, new double[1], new double[1]))
                .hasMessageContaining("the limit of site s is -1.0 kW");
    }
}
