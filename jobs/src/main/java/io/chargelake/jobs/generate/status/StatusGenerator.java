package io.chargelake.jobs.generate.status;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a world below an output folder: {@code status/<day>/polls-*.parquet} and {@code late-*.parquet},
 * {@code master/*.csv} and {@code truth/status/}. Polls that a day delivers late stand in the next day's folder, so the
 * folder after the last day holds late polls only. Spark merely runs the tasks: nothing is shuffled, and only counts come
 * back.
 */
public final class StatusGenerator {

    private StatusGenerator() {}

    /** Replaces an earlier world in the same folder; refuses a folder that holds anything else. */
    public static StatusSummary generate(SparkSession spark, StatusWorld world, URI output) throws IOException {
        Output out = new Output(output, spark.sessionState().newHadoopConf());
        new OldWorld(out).remove();
        StatusSummary summary = StatusSummary.of(world, run(spark, world, out));
        out.write(OldWorld.TRUTH + "/" + OldWorld.STATUS + "/summary.json", (files, path) -> {
            try (OutputStream json = files.create(path, true)) {
                json.write(summary.toJson().getBytes(StandardCharsets.UTF_8));
            }
        });
        return summary;
    }

    private static Tally run(SparkSession spark, StatusWorld world, Output output) {
        List<WorldTask> tasks = new ArrayList<>();
        tasks.add(new MasterTask());
        tasks.addAll(TruthTask.of(world));
        tasks.addAll(PollTask.of(world));
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(tasks, tasks.size())
                .map(task -> task.write(world, output))
                .reduce(Tally::plus);
    }
}
