package io.chargelake.jobs.forecast;

import io.chargelake.forecast.BacktestResult;
import io.chargelake.forecast.MonthlyBacktest;
import io.chargelake.forecast.OccupancyExamples;
import io.chargelake.forecast.OccupancyModel;
import io.chargelake.forecast.RollingBacktest;
import io.chargelake.forecast.SeriesFile;
import io.chargelake.forecast.UnusableSeries;
import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.BacktestScore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How good forecasts of hourly series would have been. */
@Command(
        name = "backtest",
        description = "Prove forecasts on hours that were not learnt from, beside forecasts that need no model.",
        footer = {
            "",
            "Protocol monthly-folds: fold f is months 1 to f, at most 6; its first 80 %% are learnt from, the next 10 %% choose, the last",
            "10 %% prove. A window of --lookback hours is all a forecast is told of the past; a figure is the mean over the folds.",
            "Protocol rolling-origins, of the lake's features: a model is made of what was known at a day and proved on the days that followed.",
            "Examples: ./chargelake backtest --series volume.csv --lookback 12 --horizons 1,3,6,12 --protocol monthly-folds",
            "          ./chargelake backtest --level station --horizons 1,6,24"
        })
public final class Backtest implements Job {
    /** How models are proved. */
    enum Protocol {
        MONTHLY_FOLDS,
        ROLLING_ORIGINS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int LONGEST = 24 * 7;

    @Option(
            names = "--series",
            paramLabel = "FILE",
            description =
                    "CSV of hourly series: the first column is the time, every other a series (default: features of the lake)")
    Optional<String> series = Optional.empty();

    @Option(
            names = "--level",
            defaultValue = "station",
            description = "of the lake, without --series: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Level level;

    @Option(
            names = "--origins",
            defaultValue = "3",
            paramLabel = "N",
            description = "rolling-origins: how many times a model is made anew, 1 to 24 (default ${DEFAULT-VALUE})")
    int origins;

    @Option(
            names = "--test-days",
            defaultValue = "14",
            paramLabel = "N",
            description = "rolling-origins: days that prove each (default ${DEFAULT-VALUE})")
    int testDays;

    @Option(
            names = "--validation-days",
            defaultValue = "28",
            paramLabel = "N",
            description = "rolling-origins: days before them that choose (default ${DEFAULT-VALUE})")
    int validationDays;

    @Option(
            names = "--examples",
            defaultValue = "200000",
            paramLabel = "N",
            description = "rolling-origins: about so many are learnt from (default ${DEFAULT-VALUE})")
    long examples;

    @Option(
            names = "--lookback",
            defaultValue = "12",
            paramLabel = "H",
            description = "of --series: hours that a forecast is told, 3 to 168 (default ${DEFAULT-VALUE})")
    int lookback;

    @Option(
            names = "--horizons",
            defaultValue = "1,3,6,12",
            split = ",",
            paramLabel = "H",
            description = "how many hours ahead, 1 to 168, of the lake 1 to 48 (default ${DEFAULT-VALUE})")
    List<Integer> horizons;

    @Option(
            names = "--protocol",
            description =
                    "${COMPLETION-CANDIDATES} (default monthly-folds with --series, rolling-origins without; there is no other choice)")
    Optional<Protocol> protocol = Optional.empty();

    @Option(
            names = "--output",
            defaultValue = "./backtest",
            paramLabel = "URI",
            description = "folder for scores.csv and backtest.svg (default ${DEFAULT-VALUE})")
    String output;

    @Override
    public void run(Run run) {
        requireSound();
        if (series.isPresent()) {
            URI file = Storage.uri(series.get());
            SeriesFile read = read(run, file);
            run.say(told(read));
            publish(run, name(file), proved(read));
        } else {
            publish(run, level.code(), rolled(run));
        }
    }

    private void publish(Run run, String name, BacktestResult result) {
        var report = new Report(name, result);
        run.merge(BacktestScore.TABLE, run.spark().createDataFrame(report.rows(), BacktestScore.TABLE.schema()));
        write(run, "scores.csv", "csv", report.csv());
        write(run, "backtest.svg", "svg", new Picture(name, result).svg());
        run.say(report.table());
    }

    /** Each time a model of what was known then, proved on the days that followed. */
    private BacktestResult rolled(Run run) {
        LevelFeatures features = LevelFeatures.of(run, level);
        List<RollingBacktest.Fold> folds = new ArrayList<>();
        for (int back = origins; back > 0; back--) {
            Instant test = features.end().minus(Duration.ofDays((long) back * testDays));
            run.say("Learning from hours before " + test + " ...");
            OccupancyModel model = features.model(test, validationDays, examples);
            OccupancyExamples proof = features.examples(test, test.plus(Duration.ofDays(testDays)), examples, horizons);
            if (proof.count() == 0) {
                throw UserError.input("Cannot prove a model on the " + testDays + " days from " + test
                        + ": nothing was observed in them (--test-days, --origins)");
            }
            folds.add(new RollingBacktest.Fold(model, proof));
        }
        return RollingBacktest.of(folds);
    }

    private void requireSound() {
        Protocol fitting = series.isPresent() ? Protocol.MONTHLY_FOLDS : Protocol.ROLLING_ORIGINS;
        if (protocol.isPresent() && protocol.get() != fitting) {
            throw UserError.usage("Cannot use --protocol " + protocol.get() + ": "
                    + (series.isPresent() ? "a series is proved by " : "features of the lake are proved by ")
                    + fitting);
        }
        if (origins < 1 || origins > 24) {
            throw UserError.usage("Cannot use --origins " + origins + ": it is 1 to 24");
        }
        if (testDays < 1) {
            throw UserError.usage("Cannot use --test-days " + testDays + ": it is 1 or more");
        }
        Train.requireSound(validationDays, examples);
        if (lookback < 3 || lookback > LONGEST) {
            throw UserError.usage("Cannot use --lookback " + lookback + ": it is 3 to " + LONGEST + " hours");
        }
        for (int horizon : horizons) {
            int longest = series.isPresent() ? LONGEST : FeatureTable.AHEAD;
            if (horizon < 1 || horizon > longest) {
                throw UserError.usage("Cannot use --horizons " + horizon + ": each is 1 to " + longest + " hours");
            }
        }
        if (horizons.stream().distinct().count() != horizons.size()) {
            throw UserError.usage("Cannot use --horizons " + horizons + ": one is there twice");
        }
    }

    private static SeriesFile read(Run run, URI file) {
        Storage storage = Storage.of(run.spark(), file);
        try (var in = storage.fileSystem(file).open(new org.apache.hadoop.fs.Path(file))) {
            SeriesFile read = SeriesFile.read(in, Storage.plain(file));
            run.noteInput(
                    Storage.plain(file),
                    Long.toString(storage.size(file)),
                    read.series().hours());
            return read;
        } catch (UnusableSeries e) {
            throw new UserError(ExitCode.INPUT, e.getMessage(), e);
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }

    private BacktestResult proved(SeriesFile read) {
        try {
            return new MonthlyBacktest(read.series(), lookback).run(horizons);
        } catch (UnusableSeries e) {
            throw new UserError(ExitCode.INPUT, e.getMessage(), e);
        }
    }

    private static String told(SeriesFile read) {
        return String.format(
                Locale.ROOT,
                "%,d series, %,d hours from %s; %,d values were not observed, %,d rows of an hour that had one already.",
                read.series().series(),
                read.series().hours(),
                read.series().start(),
                read.missing(),
                read.twice());
    }

    /** The file's name without its folder and ending. */
    private static String name(URI file) {
        String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
        return name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
    }

    private void write(Run run, String name, String format, String text) {
        URI file = Storage.child(Storage.uri(output), name);
        try {
            Storage.of(run.spark(), file).writeText(file, text);
            run.noteOutput(Storage.plain(file), format, text.lines().count());
        } catch (IOException e) {
            throw StorageErrors.explain(e, file.toString(), StorageErrors.Access.WRITE);
        }
    }
}
