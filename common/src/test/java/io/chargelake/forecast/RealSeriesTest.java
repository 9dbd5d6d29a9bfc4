package io.chargelake.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The plain forecasts of a real city under the protocol, to the digits that were published: so the protocol is theirs. The data is no part
 * of the project; without it the test says so and looks at nothing.
 */
class RealSeriesTest {
    private static final Path VOLUME = Path.of("..", "..", "shared", "data", "charged-spo", "volume.csv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LAST_OBSERVATION    | 1  | 0.807 | 3.772
                    LAST_OBSERVATION    | 3  | 1.391 | 5.411
                    LAST_OBSERVATION    | 6  | 1.862 | 6.260
                    LAST_OBSERVATION    | 12 | 2.391 | 7.001
                    SAME_HOUR_YESTERDAY | 1  | 2.414 | 6.381
                    SAME_HOUR_YESTERDAY | 3  | 2.423 | 6.393
                    SAME_HOUR_YESTERDAY | 6  | 2.438 | 6.415
                    SAME_HOUR_YESTERDAY | 12 | 2.453 | 6.439
                    """)
    void plainForecastsOfSaoPaulo(Baseline baseline, int horizon, String mae, String rmse) throws IOException {
        if (!Files.exists(VOLUME)) {
            System.err.println("RealSeriesTest: there is no " + VOLUME + ", nothing was looked at");
            return;
        }
        HourlySeries of;
        try (var in = Files.newInputStream(VOLUME)) {
            of = SeriesFile.read(in, VOLUME.toString()).series();
        }
        List<Errors> errors = Fold.monthly(of, MonthlyBacktest.FOLDS).stream()
                .map(fold -> errors(of, fold, baseline, horizon))
                .toList();
        assertThat(shown(errors.stream().mapToDouble(Errors::mae).average().orElseThrow()))
                .isEqualTo(mae);
        assertThat(shown(errors.stream().mapToDouble(Errors::rmse).average().orElseThrow()))
                .isEqualTo(rmse);
    }

    private static Errors errors(HourlySeries of, Fold fold, Baseline baseline, int horizon) {
        var features = new WindowFeatures(of, fold.validation());
        Windows test = Windows.between(of, fold.test(), fold.end(), 12, horizon);
        var errors = new Errors();
        for (int i = 0; i < test.count(); i++) {
            errors.add(of.value(test.series()[i], test.label(i)), baseline.predict(of, features, test, i));
        }
        return errors;
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
