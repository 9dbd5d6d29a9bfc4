package io.chargelake.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
    @ParameterizedTest
    @CsvSource({
        "DE,2025-04-18", // Good Friday
        "DE,2025-10-03",
        "FR,2024-05-20", // Whit Monday
        "US,2025-11-27", // the fourth Thursday
        "US,2025-05-26", // the last Monday
        "NO,2025-05-17",
        "BR,2023-09-07"
    })
    void daysThatAreHolidays(String country, LocalDate day) {
        assertThat(Holidays.of(country, day.getYear(), day.getYear())).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"DE,2025-04-19", "US,2025-11-20", "FR,2025-10-03"})
    void daysThatAreNone(String country, LocalDate day) {
        assertThat(Holidays.of(country, day.getYear(), day.getYear())).doesNotContain(day);
    }

    @ParameterizedTest
    @CsvSource({"2000,2000-04-23", "2008,2008-03-23", "2025,2025-04-20", "2038,2038-04-25"})
    void easter(int year, LocalDate sunday) {
        assertThat(Holidays.easter(year)).isEqualTo(sunday);
    }

    @Test
    void everyCountryHasHolidaysInEveryYear() {
        assertThat(Holidays.countries()).contains("DE", "US").allSatisfy(country -> assertThat(
                        Holidays.of(country, 2010, 2040))
                .hasSizeGreaterThan(31 * 3));
        assertThatThrownBy(() -> Holidays.of("XX", 2025, 2025)).hasMessageContaining("Cannot tell holidays of 'XX'");
    }
}
