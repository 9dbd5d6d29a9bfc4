package io.chargelake.jobs.forecast;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.chargelake.forecast.OccupancyExamples;
import io.chargelake.forecast.OccupancyModel;
import io.chargelake.forecast.UnusableSeries;
import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.OccupancyFeature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The features of one level, from its first to its last hour that was observed. */
record LevelFeatures(Level level, Dataset<Row> rows, Instant first, Instant last, long known) {
    /** Hours ahead that are learnt; those between are alike. */
    private static final List<Integer> LEARNT = List.of(1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48);

    private static final Duration HOUR = Duration.ofHours(1);

    static LevelFeatures of(Run run, Level level) {
        run.noteInput(OccupancyFeature.TABLE);
        Dataset<Row> rows = run.lake()
                .read(OccupancyFeature.TABLE)
                .where(OccupancyFeature.LEVEL.col().equalTo(level.code()));
        Row ends = rows.where(OccupancyFeature.SHARE.col().isNotNull())
                .agg(min(OccupancyFeature.HOUR.col()), max(OccupancyFeature.HOUR.col()), count(lit(1)))
                .head();
        if (ends.isNullAt(0)) {
            throw UserError.input("Cannot forecast " + level
                    + ": the lake has no features of it (run features --levels " + level + " before)");
        }
        return new LevelFeatures(level, rows, ends.getAs(0), ends.getAs(1), ends.getLong(2));
    }

    /** The first hour that is not known. */
    Instant end() {
        return last.plus(HOUR);
    }

    /** A model of hours before {@code end}: its last days choose, the rest is learnt from. */
    OccupancyModel model(Instant end, int validationDays, long wanted) {
        Instant validation = end.minus(Duration.ofDays(validationDays));
        try {
            return OccupancyModel.train(
                    examples(first, validation, wanted, LEARNT), examples(validation, end, wanted / 2, LEARNT));
        } catch (UnusableSeries e) {
            throw new UserError(
                    ExitCode.INPUT,
                    e.getMessage() + ": hours are there from " + first + " to " + last + ", to choose by from "
                            + validation + " on (--validation-days, or occupancy of more days)",
                    e);
        }
    }

    /** About so many hours forecast from hours of a stretch of time; the hours forecast lie in it, too. */
    OccupancyExamples examples(Instant from, Instant to, long wanted, List<Integer> horizons) {
        Dataset<Row> within = rows.where(Examples.between(from, to));
        double share = (double) Duration.between(from, to).toHours()
                / Duration.between(first, end()).toHours();
        long origins = (long) (known * Math.min(1, Math.max(0, share)));
        return Examples.collected(Examples.of(within, Examples.sampled(origins, wanted / horizons.size()), horizons));
    }
}
