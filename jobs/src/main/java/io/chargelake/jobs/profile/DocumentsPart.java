package io.chargelake.jobs.profile;

import io.chargelake.jobs.raw.JsonFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.profile.TableSketch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Files that are one document of JSON each. One task reads a document, and counts none of it that turns out to be broken. */
record DocumentsPart(SparkSession spark, String table, List<RawFile> files, Map<String, Integer> numbers)
        implements Part {

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public JavaRDD<Tuple2<String, TableSketch>> sketches(Blank blank) {
        var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return context.parallelize(files, Math.min(files.size(), 4 * context.defaultParallelism()))
                .mapPartitions(new Task(table, blank, numbers, hadoop));
    }

    /** A partition's documents to one sketch. */
    private record Task(String table, Blank blank, Map<String, Integer> numbers, SerializableConfiguration hadoop)
            implements FlatMapFunction<Iterator<RawFile>, Tuple2<String, TableSketch>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Tuple2<String, TableSketch>> call(Iterator<RawFile> documents) {
            TableSketch all = blank.sketch();
            while (documents.hasNext()) {
                RawFile file = documents.next();
                int number = numbers.get(Sources.path(file));
                try {
                    all.merge(read(file, number));
                } catch (IOException e) {
                    all.brokenFile(number, "its JSON is damaged or cut off");
                }
            }
            return List.of(new Tuple2<>(table, all)).iterator();
        }

        private TableSketch read(RawFile file, int number) throws IOException {
            TableSketch sketch = blank.sketch();
            try (InputStream in = JsonFiles.open(new Path(file.path()).getFileSystem(hadoop.value()), file)) {
                JsonRows.of(in, sketch, number);
            }
            return sketch;
        }
    }
}
