package io.chargelake.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {
    private final TextReader reader = new TextReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    42                        | INTEGER       | 42
                    -7                        | INTEGER       | -7
                    +7                        | INTEGER       | 7
                    1.5                       | DECIMAL       | 1.5
                    .5                        | DECIMAL       | 0.5
                    -2.5e3                    | DECIMAL       | -2500
                    3,25                      | DECIMAL_COMMA | 3.25
                    1.234.567,5               | DECIMAL_COMMA | 1234567.5
                    1:28:23                   | CLOCK         | 5303
                    17:05                     | CLOCK         | 61500
                    true                      | BOOLEAN       |
                    FALSE                     | BOOLEAN       |
                    NA                        | WORD_FOR_NOTHING |
                    -                         | WORD_FOR_NOTHING |
                    null                      | WORD_FOR_NOTHING |
                    Köln                      | TEXT          |
                    12.34.56.78               | TEXT          |
                    1,234.5                   | TEXT          |
                    1.23,5                    | TEXT          |
                    12:61                     | TEXT          |
                    1e                        | TEXT          |
                    1e999                     | TEXT          |
                    2025-02-30                | TEXT          |
                    2025-13-01                | TEXT          |
                    2025-01-01T25:00          | TEXT          |
                    2025-01-01T10:00+25:00    | TEXT          |
                    609aecaba5c7541d9625d1ee  | TEXT          |
                    99999999999999999999      | TEXT          |
                    +4922134645600            | INTEGER       | 4922134645600
                    """)
    void aTextIsToldByHowItIsWritten(String text, TextKind kind, Double value) {
        assertThat(reader.read(text)).isEqualTo(kind);
        if (value != null) {
            assertThat(reader.value()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2025-06-01T07:30:00Z        | MOMENT     | 2025-06-01T07:30:00Z
                    2018/01/12 15:54:00+00      | MOMENT     | 2018-01-12T15:54:00Z
                    2018-03-23T09:49:02+01:00   | MOMENT     | 2018-03-23T08:49:02Z
                    2025-06-01 07:30 -0330      | MOMENT     | 2025-06-01T11:00:00Z
                    2025-06-01 07:30:15 UTC     | MOMENT     | 2025-06-01T07:30:15Z
                    2025-06-01 07:30:15.250     | LOCAL_TIME | 2025-06-01T07:30:15.250Z
                    21.12.2018 10:20            | LOCAL_TIME | 2018-12-21T10:20:00Z
                    12/31/2025 12:05:00 AM      | LOCAL_TIME | 2025-12-31T00:05:00Z
                    6/7/2025 1:00 pm            | LOCAL_TIME | 2025-07-06T13:00:00Z
                    2024-02-29                  | DATE       | 2024-02-29T00:00:00Z
                    29.02.2024                  | DATE       | 2024-02-29T00:00:00Z
                    """)
    void aTimeIsReadAsItIsWritten(String text, TextKind kind, String utc) {
        assertThat(reader.read(text)).isEqualTo(kind);
        assertThat(reader.value()).isCloseTo(Instant.parse(utc).toEpochMilli() / 1e3, within(1e-3));
    }

    @Test
    void anIntegerWithALeadingZeroIsSeen() {
        reader.read("00501");
        assertThat(reader.hasLeadingZero()).isTrue();
        reader.read("0");
        assertThat(reader.hasLeadingZero()).isFalse();
    }

    @Property(tries = 2_000)
    void anyTextIsTold(@ForAll String text) {
        assertThat(reader.read(text)).isNotNull();
        assertThat(reader.kind() == TextKind.BLANK).isEqualTo(text.chars().allMatch(c -> c <= ' '));
    }

    @Property(tries = 500)
    void aWrittenNumberComesBack(@ForAll long whole, @ForAll double real) {
        if (whole > -1_000_000_000_000_000L && whole < 1_000_000_000_000_000L) {
            assertThat(reader.read(Long.toString(whole))).isEqualTo(TextKind.INTEGER);
            assertThat(reader.value()).isEqualTo(whole);
        }
        if (Double.isFinite(real)) {
            assertThat(reader.read(Double.toString(real))).isEqualTo(TextKind.DECIMAL);
            assertThat(reader.value()).isEqualTo(real);
        }
    }
}
