package io.chargelake.jobs.forecast;

import io.chargelake.forecast.BacktestResult;
import io.chargelake.forecast.OccupancyExamples;
import io.chargelake.forecast.OccupancyModel;
import io.chargelake.forecast.RollingBacktest;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.OccupancyFeature;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Features to a model of occupancy. */
@Command(
        name = "train",
        description = "Learn how a level of the lake is used, for forecasts up to 48 hours ahead.",
        footer = {
            "",
            "The model lies in the lake (_models/LEVEL), with the versions of data and code, its features and its scores. Those are of the",
            "days that chose it, and so a little too good: backtest --level proves on days that did not.",
            "Example: ./chargelake train --level station"
        })
public final class Train implements Job {
    private static final List<Integer> TOLD = List.of(1, 6, 24, 48);

    @Option(
            names = "--level",
            defaultValue = "station",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Level level;

    @Option(
            names = "--validation-days",
            defaultValue = "28",
            paramLabel = "N",
            description = "last days, which choose the mixture and give the intervals (default ${DEFAULT-VALUE})")
    int validationDays;

    @Option(
            names = "--examples",
            defaultValue = "200000",
            paramLabel = "N",
            description = "about so many are learnt from, drawn evenly (default ${DEFAULT-VALUE})")
    long examples;

    @Override
    public void run(Run run) {
        requireSound(validationDays, examples);
        LevelFeatures features = LevelFeatures.of(run, level);
        OccupancyModel model = features.model(features.end(), validationDays, examples);
        Instant validation = features.end().minus(Duration.ofDays(validationDays));
        OccupancyExamples chosenBy = features.examples(validation, features.end(), examples / 4, TOLD);
        BacktestResult scores = RollingBacktest.of(List.of(new RollingBacktest.Fold(model, chosenBy)));
        new ModelStore(run, level).write(model, run.lake().version(OccupancyFeature.TABLE), told(scores));
        run.say(new Report(level.code(), scores).table());
    }

    static void requireSound(int validationDays, long examples) {
        if (validationDays < 1) {
            throw UserError.usage("Cannot use --validation-days " + validationDays + ": it is 1 or more");
        }
        if (examples < 1000) {
            throw UserError.usage("Cannot use --examples " + examples + ": it is 1000 or more");
        }
    }

    private static Map<String, Object> told(BacktestResult scores) {
        var told = new LinkedHashMap<String, Object>();
        for (BacktestResult.Score score : scores.scores()) {
            told.put(
                    score.model() + "_" + score.horizon() + "h",
                    Map.of("mae", score.mae(), "rmse", score.rmse(), "n", score.n()));
        }
        return told;
    }
}
