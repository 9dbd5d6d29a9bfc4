package io.chargelake.jobs.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Lets Spark interpret queries instead of compiling code for each: for steps that ask many small questions, as a commit
 * does, compiling takes longer than all the rest.
 */
public final class SmallQueries {
    private static final Map<String, String> INTERPRETED =
            Map.of("spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    /** One task a step, and no planning anew between steps: so few rows teach nothing. */
    private static final Map<String, String> AT_ONCE =
            Map.of("spark.sql.adaptive.enabled", "false", "spark.sql.shuffle.partitions", "1");

    /** To interpret a row takes some ten microseconds more, to compile a query about a second. */
    private static final long FEW_ROWS = 20_000;

    /** Some ten thousand lines of text. */
    private static final long FEW_BYTES = 1L << 20;

    /** Work over files of so many bytes, done the way that is quicker. */
    public static <T> T ofBytes(SparkSession spark, long bytes, Supplier<T> work) {
        return ofRows(spark, bytes > FEW_BYTES ? Long.MAX_VALUE : 0, work);
    }

    /** Work over so many rows, done the way that is quicker. */
    public static <T> T ofRows(SparkSession spark, long rows, Supplier<T> work) {
        return rows > FEW_ROWS ? work.get() : with(AT_ONCE, spark, () -> interpreted(spark, work));
    }

    public static <T> T interpreted(SparkSession spark, Supplier<T> work) {
        return with(INTERPRETED, spark, work);
    }

    private static <T> T with(Map<String, String> special, SparkSession spark, Supplier<T> work) {
        RuntimeConfig settings = spark.conf();
        Map<String, String> before = new LinkedHashMap<>();
        special.keySet().forEach(name -> before.put(name, settings.get(name)));
        special.forEach(settings::set);
        try {
            return work.get();
        } finally {
            before.forEach(settings::set);
        }
    }

    private SmallQueries() {}
}
