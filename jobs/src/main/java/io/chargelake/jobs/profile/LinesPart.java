package io.chargelake.jobs.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.profile.TableSketch;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Files with one object of JSON a line. A line that is none is a broken row. */
record LinesPart(SparkSession spark, String table, List<RawFile> files, Map<String, Integer> numbers) implements Part {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public JavaRDD<Tuple2<String, TableSketch>> sketches(Blank blank) {
        return spark.read()
                .text(Sources.paths(files))
                .selectExpr("value", "_metadata.file_path")
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new Task(table, blank, numbers));
    }

    /** A partition's lines to one sketch. */
    private record Task(String table, Blank blank, Map<String, Integer> numbers)
            implements FlatMapFunction<Iterator<InternalRow>, Tuple2<String, TableSketch>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Tuple2<String, TableSketch>> call(Iterator<InternalRow> lines) {
            ObjectReader reader =
                    new ObjectMapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            TableSketch sketch = blank.sketch();
            while (lines.hasNext()) {
                InternalRow row = lines.next();
                String line = row.getUTF8String(0).toString();
                if (!line.isBlank()) {
                    add(
                            sketch,
                            reader,
                            line,
                            numbers.getOrDefault(row.getUTF8String(1).toString(), 0));
                }
            }
            return List.of(new Tuple2<>(table, sketch)).iterator();
        }

        private static void add(TableSketch sketch, ObjectReader reader, String line, int file) {
            JsonNode read = parsed(reader, line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
            if (read != null && read.isObject()) {
                JsonCells.row(sketch, read, file);
            } else {
                sketch.brokenRow();
            }
        }

        private static JsonNode parsed(ObjectReader reader, String line) {
            try {
                return reader.readTree(line);
            } catch (JsonProcessingException e) {
                return null; // counted as broken
            }
        }
    }
}
