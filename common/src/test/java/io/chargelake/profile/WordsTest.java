package io.chargelake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "1, 100 %",
        "0.5, 50 %",
        "0.051, 5.1 %",
        "0.0001, under 0.1 %",
        "0.9999, over 99.9 %",
        "0.9953, 99.5 %"
    })
    void aSmallShareIsNotNothingAndNearlyAllIsNotAll(double share, String words) {
        assertThat(Words.share(share)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-7, -7", "0.123456, 0.12346", "1234.5678, 1234.6", "1e20, 100000000000000000000"})
    void numbersArePlain(double value, String words) {
        assertThat(Words.number(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 1970-01-01", "1735689600, 2025-01-01", "1735689601.5, 2025-01-01T00:00:01"})
    void midnightIsADay(double seconds, String words) {
        assertThat(Words.time(seconds)).isEqualTo(words);
    }
}
