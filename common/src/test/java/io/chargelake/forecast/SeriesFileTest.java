package io.chargelake.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesFileTest {
    @Test
    void rowsInAnyOrderWithHolesAndTheHourTwiceWhereClocksAreSetBack() throws IOException {
        SeriesFile file = read(
                """
                time,a,"b,c"
                2023-10-29 04:00:00,5,1
                2023-10-29 01:00:00,1,nan
                2023-10-29 02:00:00,2,4
                2023-10-29 02:00:00,4,
                """);
        assertThat(file.series().names()).containsExactly("a", "b,c");
        assertThat(file.series().start()).isEqualTo(LocalDateTime.parse("2023-10-29T01:00"));
        assertThat(file.series().hours()).isEqualTo(4);
        assertThat(values(file, 0)).containsExactly(1, 3, Double.NaN, 5);
        assertThat(values(file, 1)).containsExactly(Double.NaN, 4, Double.NaN, 1);
        assertThat(file.missing()).isEqualTo(3);
        assertThat(file.twice()).isEqualTo(1);
    }

    @Test
    void calendarOfHours() throws IOException {
        HourlySeries series =
                read("t;x\n2023-04-01T22:00:00+00:00;1\n2023-04-03T01:00Z;2\n").series();
        assertThat(series.hours()).isEqualTo(28);
        assertThat(series.hourOfDay(2)).isZero();
        assertThat(series.isWeekend(0)).isTrue();
        assertThat(series.isWeekend(25)).isTrue();
        assertThat(series.isWeekend(26)).isFalse();
        assertThat(series.hourOfWeek(27)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                | it is empty
                    time,a                            | it has a header but no row
                    time^2023-01-01                   | it has one column
                    time,a,a^2023-01-01 00:00,1,2     | two of its series have the same name
                    time,a^2023-01-01 00:00           | line 2 has 1 cells, the header 2
                    time,a^yesterday,1                | line 2 has the time 'yesterday'
                    time,a^2023-01-01 00:30,1         | line 2 is not at a full hour
                    time,a^2023-01-01 00:00,many      | line 2, series 'a' has 'many'
                    time,a^2023-01-01 00:00,1e300     | line 2, series 'a' has '1e300'
                    time,a^2023-01-01 00:00,Infinity  | line 2, series 'a' has 'Infinity'
                    time,a^2023-01-01,1^9023-01-01,1  | is a year wrong?
                    """)
    void whatCannotBeReadIsNamed(String file, String reason) {
        assertThatThrownBy(() -> read(file.replace('^', '\n')))
                .isInstanceOf(UnusableSeries.class)
                .hasMessageContaining("Cannot read the series of city.csv: ")
                .hasMessageContaining(reason);
    }

    private static SeriesFile read(String text) throws IOException {
        return SeriesFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "city.csv");
    }

    private static double[] values(SeriesFile file, int series) {
        double[] values = new double[file.series().hours()];
        for (int hour = 0; hour < values.length; hour++) {
            values[hour] = file.series().value(series, hour);
        }
        return values;
    }
}
