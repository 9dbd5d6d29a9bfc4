package io.chargelake.jobs.cli;

import io.chargelake.text.Csv;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Values of rows as text. */
final class Cells {

    static List<String> of(Row row) {
        return IntStream.range(0, row.size()).mapToObj(i -> text(row.get(i))).toList();
    }

    /** One RFC 4180 line. */
    static String csv(List<String> cells) {
        return Csv.line(cells.stream().map(Csv::quoted).toList());
    }

    /** Times print as ISO 8601 in UTC, which their classes do by themselves; lists as [a, b]. */
    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof scala.collection.Seq<?> list
                ? CollectionConverters.asJava(list).toString()
                : value.toString();
    }

    private Cells() {}
}
