package io.chargelake.jobs.profile;

import io.chargelake.profile.ColumnPair;
import io.chargelake.profile.TableSketch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** All tables of an input in one job of Spark: each partition becomes a sketch, and sketches of the same table are merged. */
final class Sketches {

    /** By table, in the order of the parts. */
    static Map<String, TableSketch> of(SparkSession spark, List<Part> parts, List<String> zones) {
        var blanks = new LinkedHashMap<String, Part.Blank>();
        parts.forEach(part ->
                blanks.computeIfAbsent(part.table(), name -> new Part.Blank(zones, ColumnPair.likely(part.columns()))));
        List<JavaRDD<Tuple2<String, TableSketch>>> each = parts.stream()
                .map(part -> part.sketches(blanks.get(part.table())))
                .toList();
        Map<String, TableSketch> made = merged(spark, each, blanks.size());
        var ordered = new LinkedHashMap<String, TableSketch>();
        blanks.forEach((table, blank) -> ordered.put(table, made.getOrDefault(table, blank.sketch())));
        return ordered;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Spark takes the parts of a union as an array
    private static Map<String, TableSketch> merged(
            SparkSession spark, List<JavaRDD<Tuple2<String, TableSketch>>> each, int tables) {
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        JavaRDD<Tuple2<String, TableSketch>> all =
                each.size() == 1 ? each.get(0) : context.union(each.toArray(JavaRDD[]::new));
        int tasks = Math.min(tables, context.defaultParallelism());
        return JavaPairRDD.fromJavaRDD(all)
                .reduceByKey(TableSketch::merge, tasks)
                .collectAsMap();
    }

    private Sketches() {}
}
