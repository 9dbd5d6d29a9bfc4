package io.chargelake.jobs.vehicles;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Sessions;
import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.vehicles.IngestVehicles.Checks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;

/** What the rules cost: the job on the folder of the first argument, with and without them by turns, as often as the second says. */
final class RulesCost {
    private static final double SECOND = 1e9;

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.defaults();
        SparkSession spark = Sessions.open(settings, Map.of());
        spark.sparkContext().setLogLevel("OFF");
        Path lakes = Files.createDirectories(Path.of(args[2]));
        for (int turn = 0; turn <= Integer.parseInt(args[1]); turn++) {
            double without = seconds(spark, settings, Checks.NONE, args[0], lakes.resolve("without-" + turn));
            double with = seconds(spark, settings, Checks.ALL, args[0], lakes.resolve("with-" + turn));
            System.out.printf(
                    Locale.ROOT,
                    "%s without %.1f s, with %.1f s, ratio %.3f%n",
                    turn == 0 ? "to warm up:" : "turn " + turn + ":",
                    without,
                    with,
                    with / without);
        }
        spark.stop();
    }

    private static double seconds(SparkSession spark, Settings settings, Checks checks, String input, Path lake) {
        URI root = Storage.uri(lake.toString());
        var job = new IngestVehicles(checks);
        new CommandLine(job).parseArgs("--input", input, "--max-quarantined", "1");
        var context = new Run.Context(
                "ingest-vehicles",
                checks.name(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of(),
                Days.ALL,
                settings,
                root);
        long start = System.nanoTime();
        job.run(new Run(
                context,
                spark,
                Optional.of(
                        Lakes.open(spark, root, Optional.of(TableFormat.DELTA), Lakes.Access.WRITE, Optional.empty())),
                System.out));
        return (System.nanoTime() - start) / SECOND;
    }

    private RulesCost() {}
}
