package io.chargelake.jobs.forecast;

import io.chargelake.forecast.OccupancyModel;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyForecast;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The next hours by the model there is. */
@Command(
        name = "forecast",
        description =
                "Forecast how many devices will be occupied in the next hours, with an interval that eight of ten should fall into.",
        footer = {
            "",
            "From the last hour that features knows. What was not seen in that hour is not forecast.",
            "Example: ./chargelake features && ./chargelake train && ./chargelake forecast --hours 24"
        })
public final class Forecast implements Job {
    @Option(
            names = "--level",
            defaultValue = "station",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Level level;

    @Option(
            names = "--hours",
            defaultValue = "48",
            paramLabel = "H",
            description = "how many hours ahead, 1 to 48 (default ${DEFAULT-VALUE})")
    int hours;

    @Override
    public void run(Run run) {
        if (hours < 1 || hours > FeatureTable.AHEAD) {
            throw UserError.usage("Cannot use --hours " + hours + ": it is 1 to " + FeatureTable.AHEAD);
        }
        ModelStore.Stored stored = new ModelStore(run, level).read();
        LevelFeatures features = LevelFeatures.of(run, level);
        Dataset<Row> examples = Examples.of(
                features.rows(),
                OccupancyFeature.HOUR.col().equalTo(features.end()),
                IntStream.rangeClosed(1, hours).boxed().toList());
        Dataset<Row> others = run.lake()
                .read(OccupancyForecast.TABLE)
                .where(OccupancyForecast.LEVEL.col().notEqual(level.code()));
        run.replace(OccupancyForecast.TABLE, forecasts(examples, level, stored).unionByName(others));
    }

    static Dataset<Row> forecasts(Dataset<Row> examples, Level level, ModelStore.Stored stored) {
        byte[] model = stored.model().bytes();
        String name = stored.name();
        String code = level.code();
        MapPartitionsFunction<Row, Row> each = rows -> forecast(rows, OccupancyModel.of(model), code, name);
        return examples.mapPartitions(each, Encoders.row(OccupancyForecast.TABLE.schema()));
    }

    private static Iterator<Row> forecast(Iterator<Row> rows, OccupancyModel model, String level, String name) {
        List<Row> made = new ArrayList<>();
        rows.forEachRemaining(row -> made.add(row(row, model, level, name)));
        return made.iterator();
    }

    private static Row row(Row row, OccupancyModel model, String level, String name) {
        int horizon = row.getAs(Examples.HORIZON);
        int devices = row.getAs(OccupancyFeature.DEVICES.name());
        OccupancyModel.Forecast forecast = model.forecast(
                Examples.floats(row),
                horizon,
                row.<Integer>getAs(OccupancyFeature.HOUR_OF_DAY.name()),
                row.<Double>getAs(Examples.USUAL),
                Examples.last(row),
                row.<Double>getAs(Examples.SPREAD));
        Instant hour = row.getAs(OccupancyFeature.HOUR.name());
        return RowFactory.create(
                level,
                row.getAs(OccupancyFeature.KEY.name()),
                row.getAs(Examples.ORIGIN),
                hour,
                horizon,
                devices * forecast.value(),
                devices * forecast.low(),
                devices * forecast.high(),
                name,
                devices,
                LocalDate.ofInstant(hour, ZoneOffset.UTC));
    }
}
