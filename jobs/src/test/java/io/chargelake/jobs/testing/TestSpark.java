package io.chargelake.jobs.testing;

import io.chargelake.jobs.lake.LimitSettings;
import io.chargelake.jobs.lake.Sessions;
import io.chargelake.jobs.lake.Settings;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the tests' JVM, opened as the command line opens it. */
public final class TestSpark {

    private static final class Running {
        private static final SparkSession SESSION = open();
    }

    public static SparkSession session() {
        return Running.SESSION;
    }

    /** The environment of the tests, for code that takes one. */
    public static Settings settings() {
        Settings defaults = Settings.defaults();
        return new Settings(
                defaults.zone(),
                "local[2]",
                defaults.lake(),
                defaults.tableFormat(),
                defaults.objectStore(),
                defaults.catalog(),
                new LimitSettings(defaults.limits().maxQuarantinedShare(), OptionalInt.of(2)),
                defaults.privacy(),
                // tables of a few rows: compiling code for each query costs more than running it
                Map.of("spark.databricks.delta.snapshotPartitions", "1", "spark.sql.codegen.wholeStage", "false"));
    }

    private static SparkSession open() {
        SparkSession session = Sessions.open(settings(), Map.of());
        session.sparkContext().setLogLevel("OFF");
        return session;
    }

    private TestSpark() {}
}
