package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.raw.FlatFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Rows of Parquet files in our own columns; lists in them are parted by {@code |}. */
final class ParquetTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        var read = new ArrayList<Row>();
        rows.forEachRemaining(row -> read.addAll(read(row)));
        return read.iterator();
    }

    private static List<Row> read(Row row) {
        Map<String, String> fields = new HashMap<>();
        for (String name : row.schema().fieldNames()) {
            if (!name.equals(FlatFiles.SOURCE_FILE) && !name.equals(FlatFiles.CORRUPT)) {
                fields.put(Fields.key(name), text(row.getAs(name)));
            }
        }
        var into = new RegisterRows(row.getAs(FlatFiles.SOURCE_FILE));
        new FlatRows().read(new Fields(fields), row.json(), into);
        return into.rows();
    }

    private static String text(Object value) {
        return value instanceof scala.collection.Seq<?> list
                ? scala.jdk.javaapi.CollectionConverters.asJava(list).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(FlatElements.PARTED))
                : value == null ? null : value.toString();
    }
}
