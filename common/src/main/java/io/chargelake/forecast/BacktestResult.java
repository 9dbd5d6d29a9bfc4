package io.chargelake.forecast;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a backtest found.
 *
 * @param folds that the figures are the mean of
 * @param errorByHour mean absolute errors of the model by the hour of the day, of the last fold, by horizon
 */
public record BacktestResult(List<Score> scores, int folds, Map<Integer, double[]> errorByHour, List<Trace> traces) {

    /** Figures of a model at a horizon; what is divided by nothing is empty. */
    public record Score(
            String model,
            int horizon,
            double mae,
            double rmse,
            OptionalDouble rae,
            OptionalDouble wape,
            OptionalDouble coverage,
            long n) {

        /** Means over folds. */
        static Score mean(String model, int horizon, List<Errors> folds, OptionalDouble coverage) {
            return new Score(
                    model,
                    horizon,
                    folds.stream().mapToDouble(Errors::mae).average().orElseThrow(),
                    folds.stream().mapToDouble(Errors::rmse).average().orElseThrow(),
                    mean(folds.stream().map(Errors::rae).toList()),
                    mean(folds.stream().map(Errors::wape).toList()),
                    coverage,
                    folds.stream().mapToLong(Errors::n).sum());
        }

        private static OptionalDouble mean(List<OptionalDouble> values) {
            return values.stream()
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .average();
        }
    }

    /** Forecast beside truth for one series in the last fold. */
    public record Trace(int horizon, String series, double[] truth, double[] forecast, double[] low, double[] high) {}
}
