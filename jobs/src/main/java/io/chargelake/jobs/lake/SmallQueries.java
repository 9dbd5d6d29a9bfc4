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

    public static <T> T interpreted(SparkSession spark, Supplier<T> work) {
        RuntimeConfig settings = spark.conf();
        Map<String, String> before = new LinkedHashMap<>();
        INTERPRETED.keySet().forEach(name -> before.put(name, settings.get(name)));
        INTERPRETED.forEach(settings::set);
        try {
            return work.get();
        } finally {
            before.forEach(settings::set);
        }
    }

    private SmallQueries() {}
}
