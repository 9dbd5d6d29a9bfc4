package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.ObjectStores;
import io.chargelake.jobs.lake.Query;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.RunMetrics;
import io.chargelake.jobs.lake.RunRecord;
import io.chargelake.jobs.lake.Sessions;
import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StoreProbe;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Runs one job: opens the session and the lake, lets the job work, writes the record last, turns an error into its line and code. */
final class JobRunner {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    static int run(ParseResult parsed) {
        Job job = (Job) parsed.commandSpec().userObject();
        String name = parsed.commandSpec().name();
        Map<String, Object> options = Main.options(parsed);
        LakeOptions lakeOptions = (LakeOptions) options.get(Main.LAKE);
        RunOptions runOptions = (RunOptions) options.getOrDefault(Main.RUN, new RunOptions());
        Logging.configure(lakeOptions.debug);
        URI location = URI.create(name);
        try {
            Settings settings = lakeOptions.settings();
            location = lakeOptions.root(settings);
            if (job instanceof Steps steps) {
                return steps.execute(arguments(parsed));
            }
            run(name, job, settings, lakeOptions, runOptions, arguments(parsed));
            return ExitCode.OK.number();
        } catch (Throwable e) { // Scala throws checked exceptions that Java is not told of
            return Errors.report(name, location, e, lakeOptions.debug);
        }
    }

    private static void run(
            String name,
            Job job,
            Settings settings,
            LakeOptions lakeOptions,
            RunOptions runOptions,
            Map<String, String> arguments) {
        Instant started = Instant.now();
        URI root = lakeOptions.root(settings);
        String id = runOptions.runId.orElseGet(() -> RUN_ID.format(started));
        Run.Context context = new Run.Context(name, id, started, arguments, runOptions.days(), settings, root);
        if ("s3a".equals(root.getScheme())) {
            StoreProbe.requireReachable(settings);
        }
        RunMetrics metrics = new RunMetrics();
        if (job.access() == Lakes.Access.PLAIN) {
            Run run = Run.plain(context, Storage.withoutSession(settings, System.getenv()), System.out);
            if (job instanceof Query) {
                Lakes.format(run.storage(), root, lakeOptions.format(settings));
                job.run(run);
            } else {
                tell(recorded(run, job, metrics), runOptions);
            }
            return;
        }
        SparkSession spark = Sessions.open(settings, ObjectStores.sparkSettings(settings, System.getenv()));
        spark.sparkContext().addSparkListener(metrics);
        try (Progress progress = Progress.on(spark.sparkContext())) {
            Run run = new Run(context, spark, lake(job, spark, root, lakeOptions, settings), System.out);
            if (job instanceof Query) {
                job.run(run);
                return;
            }
            RunRecord record = recorded(run, job, metrics);
            progress.close();
            tell(record, runOptions);
        } finally {
            spark.sparkContext().removeSparkListener(metrics);
        }
    }

    private static void tell(RunRecord record, RunOptions options) {
        Summary.print(record, System.err);
        if (options.json) {
            System.out.println(record.toJson());
        }
    }

    private static Optional<Lake> lake(
            Job job, SparkSession spark, URI root, LakeOptions lakeOptions, Settings settings) {
        return job.access() == Lakes.Access.NONE
                ? Optional.empty()
                : Optional.of(Lakes.open(spark, root, lakeOptions.format(settings), job.access(), settings.catalog()));
    }

    private static RunRecord recorded(Run run, Job job, RunMetrics metrics) {
        try {
            job.run(run);
        } catch (Throwable e) {
            leaveFailure(run, metrics, e);
            throw e;
        }
        RunRecord record = run.record("ok", Instant.now(), metrics.read());
        run.publish(record);
        return record;
    }

    /** The reason of the failure counts, not that of a record which could not be written either. */
    private static void leaveFailure(Run run, RunMetrics metrics, Throwable failure) {
        try {
            run.publish(run.record("failed", Instant.now(), metrics.read()));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** What was given on the command line, as the record keeps it. */
    private static Map<String, String> arguments(ParseResult parsed) {
        var arguments = new LinkedHashMap<String, String>();
        for (ArgSpec arg : parsed.matchedArgs()) {
            String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
            arguments.put(name, String.join(",", arg.originalStringValues()));
        }
        return arguments;
    }

    private JobRunner() {}
}
