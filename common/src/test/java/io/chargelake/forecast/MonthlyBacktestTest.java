package io.chargelake.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthlyBacktestTest {
    private static final LocalDateTime START = LocalDateTime.parse("2023-04-01T00:00");
    private static final int MONTH = 30 * 24;

    @Test
    void foldsAreMonthsCutInThree() {
        HourlySeries half = series(4392, t -> t);
        assertThat(Fold.monthly(half, 6))
                .containsExactly(
                        new Fold(1, 576, 648, 720),
                        new Fold(2, 1171, 1317, 1464),
                        new Fold(3, 1747, 1965, 2184),
                        new Fold(4, 2342, 2634, 2928),
                        new Fold(5, 2937, 3304, 3672),
                        new Fold(6, 3513, 3952, 4392));
        assertThat(Fold.monthly(series(MONTH + 1, t -> t), 6)).hasSize(2);
        assertThat(Fold.monthly(series(48, t -> t), 6)).hasSize(1);
    }

    @Test
    void whatIsLearntBeatsEveryForecastThatIsNot() {
        var random = new SplittableRandom(1);
        double[] mood = new double[3 * MONTH]; // days differ, and an hour is like the one before
        for (int t = 1; t < mood.length; t++) {
            mood[t] = 0.95 * mood[t - 1] + random.nextDouble() - 0.5;
        }
        HourlySeries daily = series(3 * MONTH, t -> Math.max(0, 4 + 3 * Math.sin(t * Math.PI / 12) + 2 * mood[t]));
        BacktestResult result = new MonthlyBacktest(daily, 12).run(List.of(3));
        BacktestResult.Score model = result.scores().get(0);
        assertThat(model.model()).isEqualTo(MonthlyBacktest.MODEL);
        assertThat(result.scores()).hasSize(6).allSatisfy(score -> {
            assertThat(model.mae()).isLessThanOrEqualTo(score.mae());
            assertThat(model.rmse()).isLessThanOrEqualTo(score.rmse());
        });
        assertThat(model.coverage().orElseThrow()).isBetween(0.5, 1.0);
        assertThat(model.n()).isEqualTo(2 * (72 + 147 + 216 - 3 * (12 + 3)));
    }

    @Test
    void aFutureThatIsAlteredLeavesEveryForecastBeforeItAsItWas() {
        var random = new SplittableRandom(9);
        double[] noise = random.doubles(2 * MONTH).toArray();
        HourlySeries as = series(MONTH, t -> 5 * noise[t] + t % 24);
        int now = 690;
        HourlySeries altered = series(MONTH, t -> t <= now ? 5 * noise[t] + t % 24 : -1000 * noise[MONTH + t]);
        double[] before = forecastsUpTo(as, now);
        assertThat(forecastsUpTo(altered, now)).isEqualTo(before);
        assertThat(forecastsUpTo(altered, now + 40)).isNotEqualTo(forecastsUpTo(as, now + 40));
    }

    /** Of windows whose last known hour is {@code now} or earlier, learnt from the first 500 hours. */
    private static double[] forecastsUpTo(HourlySeries of, int now) {
        Windows train = Windows.between(of, 0, 500, 12, 6);
        Windows validation = Windows.between(of, 500, 600, 12, 6);
        var features = new WindowFeatures(of, 500);
        WindowModel model = WindowModel.train(of, features, train, validation, new Mixture.Yardstick(1, 1));
        Windows test = Windows.between(of, 600, MONTH, 12, 6);
        return IntStream.range(0, test.count())
                .filter(i -> test.origin(i) <= now)
                .mapToDouble(i -> model.predict(test, i))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3.7, -2})
    void aConstantSeriesIsForecastAsItIs(double value) {
        BacktestResult result = new MonthlyBacktest(series(MONTH, t -> value), 12).run(List.of(1, 12));
        assertThat(result.scores()).allSatisfy(score -> {
            assertThat(score.mae()).isCloseTo(0, within(1e-5));
            assertThat(score.rmse()).isCloseTo(0, within(1e-5));
            assertThat(score.rae().isPresent()).isEqualTo(value != 0); // one series is twice the other
            assertThat(score.wape().isPresent()).isEqualTo(value != 0);
        });
    }

    @Test
    void holesAndEnormousValuesLeaveNoFigureThatIsNone() {
        HourlySeries odd =
                series(2 * MONTH, t -> t % 50 == 7 ? Double.NaN : t % 97 == 0 ? 1e12 : t % 31 == 0 ? -1e6 : t % 24);
        assertThat(new MonthlyBacktest(odd, 12).run(List.of(1, 6)).scores()).allSatisfy(score -> {
            assertThat(score.mae()).isFinite();
            assertThat(score.rmse()).isFinite();
            assertThat(score.rae().orElseThrow()).isFinite();
            assertThat(score.n()).isPositive();
        });
    }

    @Test
    void twoDaysAreTooFew() {
        assertThatThrownBy(() -> new MonthlyBacktest(series(48, t -> t), 12).run(List.of(1)))
                .isInstanceOf(UnusableSeries.class)
                .hasMessageContaining("Cannot backtest 1 hours ahead: 48 hours are too few");
    }

    @Test
    void intervalsHoldWhatTheyPromiseOfErrorsLikeThoseSeen() {
        var random = new SplittableRandom(4);
        int[] hours = IntStream.range(0, 24_000).map(i -> i % 24).toArray();
        double[] errors = Arrays.stream(hours)
                .mapToDouble(h -> (h + 1) * (random.nextDouble() - 0.5))
                .toArray();
        var intervals = new Intervals(hours, errors);
        for (int h = 0; h < 24; h++) {
            assertThat(intervals.low(h)).isCloseTo(-0.4 * (h + 1), within(0.04 * (h + 1)));
            assertThat(intervals.high(h)).isCloseTo(0.4 * (h + 1), within(0.04 * (h + 1)));
        }
    }

    /** Two series: the one given, and one that is twice as much. */
    private static HourlySeries series(int hours, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, hours).mapToDouble(value).toArray();
        double[] twice = Arrays.stream(values).map(v -> 2 * v).toArray();
        return new HourlySeries(List.of("a", "b"), START, new double[][] {values, twice});
    }
}
