package io.chargelake.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Proves models of occupancy on hours after those they were made of: each fold ends later, and so does what it may learn from. */
public final class RollingBacktest {
    private static final int HOURS_OF_DAY = 24;

    /** A model, and hours later than all it was made of. */
    public record Fold(OccupancyModel model, OccupancyExamples test) {}

    private record Proved(OccupancyExamples test, OccupancyModel.Forecast[] forecasts) {
        double[] values() {
            return Arrays.stream(forecasts)
                    .mapToDouble(OccupancyModel.Forecast::value)
                    .toArray();
        }

        double covered(int horizon) {
            return at(horizon)
                    .mapToDouble(i ->
                            forecasts[i].low() <= test.truths()[i] && test.truths()[i] <= forecasts[i].high() ? 1 : 0)
                    .average()
                    .orElse(0);
        }

        IntStream at(int horizon) {
            return IntStream.range(0, test.count()).filter(i -> test.horizons()[i] == horizon);
        }
    }

    public static BacktestResult of(List<Fold> folds) {
        List<Proved> proved = folds.stream()
                .map(fold -> new Proved(fold.test(), fold.model().forecasts(fold.test())))
                .toList();
        var scores = new ArrayList<BacktestResult.Score>();
        var byHour = new LinkedHashMap<Integer, double[]>();
        var traces = new ArrayList<BacktestResult.Trace>();
        Proved last = proved.get(proved.size() - 1);
        String busiest = busiest(last.test());
        for (int horizon : last.test().distinctHorizons()) {
            scores.addAll(scores(proved, horizon));
            byHour.put(horizon, byHour(last, horizon));
            traces.add(trace(last, horizon, busiest));
        }
        return new BacktestResult(scores, folds.size(), byHour, traces);
    }

    private static List<BacktestResult.Score> scores(List<Proved> proved, int horizon) {
        var scores = new ArrayList<BacktestResult.Score>();
        scores.add(BacktestResult.Score.mean(
                MonthlyBacktest.MODEL,
                horizon,
                proved.stream().map(p -> p.test().errors(p.values(), horizon)).toList(),
                proved.stream().mapToDouble(p -> p.covered(horizon)).average()));
        for (Baseline baseline : OccupancyExamples.PLAIN) {
            scores.add(BacktestResult.Score.mean(
                    baseline.code(),
                    horizon,
                    proved.stream().map(p -> p.test().errors(baseline, horizon)).toList(),
                    OptionalDouble.empty()));
        }
        return scores;
    }

    private static double[] byHour(Proved proved, int horizon) {
        double[] sum = new double[HOURS_OF_DAY];
        int[] count = new int[HOURS_OF_DAY];
        proved.at(horizon).forEach(i -> {
            int hour = proved.test().hours()[i];
            sum[hour] += Math.abs(proved.forecasts()[i].value() - proved.test().truths()[i]);
            count[hour]++;
        });
        return IntStream.range(0, HOURS_OF_DAY)
                .mapToDouble(h -> count[h] == 0 ? 0 : sum[h] / count[h])
                .toArray();
    }

    private static String busiest(OccupancyExamples of) {
        Map<String, Double> use = IntStream.range(0, of.count())
                .boxed()
                .collect(Collectors.groupingBy(i -> of.keys()[i], Collectors.summingDouble(i -> of.truths()[i])));
        return use.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static BacktestResult.Trace trace(Proved proved, int horizon, String key) {
        int[] its = proved.at(horizon)
                .filter(i -> proved.test().keys()[i].equals(key))
                .toArray();
        return new BacktestResult.Trace(
                horizon,
                key,
                each(its, i -> proved.test().truths()[i]),
                each(its, i -> proved.forecasts()[i].value()),
                each(its, i -> proved.forecasts()[i].low()),
                each(its, i -> proved.forecasts()[i].high()));
    }

    private static double[] each(int[] examples, IntToDoubleFunction value) {
        return Arrays.stream(examples).mapToDouble(value).toArray();
    }

    private RollingBacktest() {}
}
