package io.chargelake.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The protocol of monthly folds: fold f is months 1 to f, its first 80 % are learnt from, the next 10 % choose, the last 10 % prove; a
 * figure is the mean over the folds. Folds and horizons are independent of each other and are worked on side by side.
 */
public final class MonthlyBacktest {
    public static final int FOLDS = 6;
    public static final String MODEL = "boosted_trees";
    public static final String LINEAR = "linear_lags";

    private record Part(
            int horizon,
            int fold,
            Map<String, Errors> errors,
            double covered,
            double[] byHour,
            BacktestResult.Trace trace) {}

    private final HourlySeries of;
    private final int lookback;
    private final List<Fold> folds;

    public MonthlyBacktest(HourlySeries of, int lookback) {
        if (lookback < 3) {
            throw new UnusableSeries("Cannot look back " + lookback + " hours (3 or more)");
        }
        this.of = of;
        this.lookback = lookback;
        folds = Fold.monthly(of, FOLDS);
    }

    public BacktestResult run(List<Integer> horizons) {
        List<Part> parts = folds.stream()
                .flatMap(fold -> horizons.stream().map(horizon -> new Work(fold, horizon)))
                .toList()
                .parallelStream()
                .filter(Work::isEnough)
                .map(Work::done)
                .toList();
        horizons.forEach(horizon -> requireSome(parts, horizon));
        List<BacktestResult.Score> scores = horizons.stream()
                .flatMap(horizon -> scores(of(parts, horizon)).stream())
                .toList();
        var byHour = new LinkedHashMap<Integer, double[]>();
        var traces = new ArrayList<BacktestResult.Trace>();
        for (int horizon : horizons) {
            Part last = of(parts, horizon).get(of(parts, horizon).size() - 1);
            byHour.put(horizon, last.byHour());
            traces.add(last.trace());
        }
        return new BacktestResult(
                scores, (int) parts.stream().mapToInt(Part::fold).distinct().count(), byHour, traces);
    }

    private void requireSome(List<Part> parts, int horizon) {
        if (of(parts, horizon).isEmpty()) {
            throw new UnusableSeries("Cannot backtest " + horizon + " hours ahead: " + of.hours()
                    + " hours are too few for any monthly fold (a tenth of one has to hold windows of " + lookback
                    + " hours and their label, all observed; give some weeks at least)");
        }
    }

    private static List<Part> of(List<Part> parts, int horizon) {
        return parts.stream().filter(part -> part.horizon() == horizon).toList();
    }

    private static List<BacktestResult.Score> scores(List<Part> parts) {
        return parts.get(0).errors().keySet().stream()
                .map(model -> BacktestResult.Score.mean(
                        model,
                        parts.get(0).horizon(),
                        parts.stream().map(part -> part.errors().get(model)).toList(),
                        MODEL.equals(model)
                                ? parts.stream().mapToDouble(Part::covered).average()
                                : OptionalDouble.empty()))
                .toList();
    }

    /** A fold at a horizon. */
    private final class Work {
        private final Fold fold;
        private final int horizon;
        private final Windows train;
        private final Windows validation;
        private final Windows test;

        Work(Fold fold, int horizon) {
            this.fold = fold;
            this.horizon = horizon;
            train = Windows.between(of, 0, fold.validation(), lookback, horizon);
            validation = Windows.between(of, fold.validation(), fold.test(), lookback, horizon);
            test = Windows.between(of, fold.test(), fold.end(), lookback, horizon);
        }

        boolean isEnough() {
            return train.count() > 0 && validation.count() > 0 && test.count() > 0;
        }

        Part done() {
            var features = new WindowFeatures(of, fold.validation());
            LinearLags linear = LinearLags.fit(of, features, train);
            WindowModel model = WindowModel.train(of, features, train, validation, yardstick(features, linear));
            Map<String, Errors> errors = new LinkedHashMap<>();
            double[] forecasts = new double[test.count()];
            for (int i = 0; i < forecasts.length; i++) {
                forecasts[i] = model.predict(test, i);
            }
            errors.put(MODEL, errors(test, i -> forecasts[i]));
            for (Baseline baseline : Baseline.values()) {
                errors.put(baseline.code(), errors(test, i -> baseline.predict(of, features, test, i)));
            }
            errors.put(LINEAR, errors(test, i -> linear.predict(of, features, test, i)));
            Intervals intervals = intervals(features, model);
            return new Part(
                    horizon,
                    fold.number(),
                    errors,
                    covered(features, intervals, forecasts),
                    byHour(forecasts),
                    trace(features, intervals, forecasts));
        }

        private Mixture.Yardstick yardstick(WindowFeatures features, LinearLags linear) {
            List<Errors> known = new ArrayList<>();
            for (Baseline baseline : Baseline.values()) {
                known.add(errors(validation, i -> baseline.predict(of, features, validation, i)));
            }
            known.add(errors(validation, i -> linear.predict(of, features, validation, i)));
            return new Mixture.Yardstick(
                    known.stream().mapToDouble(Errors::mae).min().orElseThrow(),
                    known.stream().mapToDouble(Errors::rmse).min().orElseThrow());
        }

        private Errors errors(Windows windows, IntToDoubleFunction forecast) {
            var errors = new Errors();
            for (int i = 0; i < windows.count(); i++) {
                errors.add(of.value(windows.series()[i], windows.label(i)), forecast.applyAsDouble(i));
            }
            return errors;
        }

        private Intervals intervals(WindowFeatures features, WindowModel model) {
            int[] hours = new int[validation.count()];
            double[] off = new double[validation.count()];
            for (int i = 0; i < hours.length; i++) {
                int s = validation.series()[i];
                hours[i] = of.hourOfDay(validation.label(i));
                off[i] =
                        (of.value(s, validation.label(i)) - model.predict(validation, i)) / features.scale(s).deviation;
            }
            return new Intervals(hours, off);
        }

        private double end(WindowFeatures features, int window, double forecast, double off) {
            SeriesScale scale = features.scale(test.series()[window]);
            double value = forecast + scale.deviation * off;
            return scale.least >= 0 ? Math.max(0, value) : value;
        }

        private double low(WindowFeatures features, Intervals intervals, int i, double forecast) {
            return end(features, i, forecast, intervals.low(of.hourOfDay(test.label(i))));
        }

        private double high(WindowFeatures features, Intervals intervals, int i, double forecast) {
            return end(features, i, forecast, intervals.high(of.hourOfDay(test.label(i))));
        }

        private double covered(WindowFeatures features, Intervals intervals, double[] forecasts) {
            long within = IntStream.range(0, forecasts.length)
                    .filter(i -> {
                        double truth = of.value(test.series()[i], test.label(i));
                        return low(features, intervals, i, forecasts[i]) <= truth
                                && truth <= high(features, intervals, i, forecasts[i]);
                    })
                    .count();
            return (double) within / forecasts.length;
        }

        private double[] byHour(double[] forecasts) {
            double[] sum = new double[24];
            int[] count = new int[24];
            for (int i = 0; i < forecasts.length; i++) {
                int hour = of.hourOfDay(test.label(i));
                sum[hour] += Math.abs(forecasts[i] - of.value(test.series()[i], test.label(i)));
                count[hour]++;
            }
            return IntStream.range(0, 24)
                    .mapToDouble(h -> count[h] == 0 ? 0 : sum[h] / count[h])
                    .toArray();
        }

        /** Of the series with the most to forecast. */
        private BacktestResult.Trace trace(WindowFeatures features, Intervals intervals, double[] forecasts) {
            int busiest = IntStream.range(0, of.series())
                    .boxed()
                    .max(java.util.Comparator.comparingDouble(s -> features.scale(s).mean))
                    .orElseThrow();
            int[] its = IntStream.range(0, forecasts.length)
                    .filter(i -> test.series()[i] == busiest)
                    .toArray();
            return new BacktestResult.Trace(
                    horizon,
                    of.names().get(busiest),
                    each(its, i -> of.value(busiest, test.label(i))),
                    each(its, i -> forecasts[i]),
                    each(its, i -> low(features, intervals, i, forecasts[i])),
                    each(its, i -> high(features, intervals, i, forecasts[i])));
        }

        private static double[] each(int[] windows, IntToDoubleFunction value) {
            return java.util.Arrays.stream(windows).mapToDouble(value).toArray();
        }
    }
}
