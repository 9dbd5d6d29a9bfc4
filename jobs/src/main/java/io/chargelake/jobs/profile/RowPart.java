package io.chargelake.jobs.profile;

import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.profile.TableSketch;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Rows of a Dataset: its own columns, then perhaps {@link FlatFiles#SOURCE_FILE} and {@link FlatFiles#CORRUPT}.
 *
 * @param files the number of each file, by its path
 */
record RowPart(String table, StructType own, Dataset<Row> rows, Map<String, Integer> files) implements Part {

    @Override
    public List<String> columns() {
        return List.of(own.fieldNames());
    }

    @Override
    public JavaRDD<Tuple2<String, TableSketch>> sketches(Blank blank) {
        List<String> all = Arrays.asList(rows.columns());
        var task =
                new Task(table, own, blank, all.indexOf(FlatFiles.SOURCE_FILE), all.indexOf(FlatFiles.CORRUPT), files);
        return rows.queryExecution().toRdd().toJavaRDD().mapPartitions(task);
    }

    /** A partition's rows to one sketch. */
    private record Task(
            String table, StructType own, Blank blank, int sourceFile, int corrupt, Map<String, Integer> files)
            implements FlatMapFunction<Iterator<InternalRow>, Tuple2<String, TableSketch>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Tuple2<String, TableSketch>> call(Iterator<InternalRow> partition) {
            TableSketch sketch = blank.sketch();
            Cells cells = new Cells(sketch, own);
            while (partition.hasNext()) {
                InternalRow row = partition.next();
                if (corrupt >= 0 && !row.isNullAt(corrupt)) {
                    sketch.brokenRow();
                } else {
                    sketch.beginRow();
                    cells.put(sketch, row);
                    sketch.endRow(file(row));
                }
            }
            return List.of(new Tuple2<>(table, sketch)).iterator();
        }

        private int file(InternalRow row) {
            return sourceFile < 0
                    ? 0
                    : files.getOrDefault(row.getUTF8String(sourceFile).toString(), 0);
        }
    }
}
