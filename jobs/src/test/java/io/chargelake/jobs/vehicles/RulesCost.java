package io.chargelake.jobs.vehicles;

import com.sun.management.OperatingSystemMXBean;
import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Sessions;
import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.vehicles.IngestVehicles.Checks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;

/**
 * What the rules cost: the job on the folder of the first argument, with and without them by turns, as often as the second says. By the clock and by
 * processor time of the whole process, which what else runs on the machine touches less.
 */
final class RulesCost {
    private static final double SECOND = 1e9;

    private record Cost(double clock, double processor) {}

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.defaults();
        SparkSession spark = Sessions.open(settings, Map.of());
        spark.sparkContext().setLogLevel("OFF");
        Path lakes = Files.createDirectories(Path.of(args[2]));
        List<Double> byClock = new ArrayList<>();
        List<Double> byProcessor = new ArrayList<>();
        for (int turn = 0; turn <= Integer.parseInt(args[1]); turn++) {
            var costs = new EnumMap<Checks, Cost>(Checks.class);
            // whoever comes first meets another heap, so each is first in every other turn
            List<Checks> order = turn % 2 == 0 ? List.of(Checks.NONE, Checks.ALL) : List.of(Checks.ALL, Checks.NONE);
            for (Checks checks : order) {
                Path lake = lakes.resolve(checks.name().toLowerCase(Locale.ROOT) + "-" + turn);
                costs.put(checks, cost(spark, settings, checks, args[0], lake));
            }
            Cost without = costs.get(Checks.NONE);
            Cost with = costs.get(Checks.ALL);
            double clock = with.clock() / without.clock();
            double processor = with.processor() / without.processor();
            System.out.printf(
                    Locale.ROOT,
                    "%s clock %.1f s without, %.1f s with: %.3f; processor %.1f s without, %.1f s with: %.3f%n",
                    turn == 0 ? "to warm up:" : "turn " + turn + ":",
                    without.clock(),
                    with.clock(),
                    clock,
                    without.processor(),
                    with.processor(),
                    processor);
            if (turn > 0) {
                byClock.add(clock);
                byProcessor.add(processor);
            }
        }
        System.out.printf(Locale.ROOT, "median: clock %.3f, processor %.3f%n", median(byClock), median(byProcessor));
        spark.stop();
    }

    private static Cost cost(SparkSession spark, Settings settings, Checks checks, String input, Path lake) {
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
        long worked = processorTime();
        job.run(new Run(
                context,
                spark,
                Optional.of(
                        Lakes.open(spark, root, Optional.of(TableFormat.DELTA), Lakes.Access.WRITE, Optional.empty())),
                System.out));
        return new Cost((System.nanoTime() - start) / SECOND, (processorTime() - worked) / SECOND);
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double median(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private RulesCost() {}
}
