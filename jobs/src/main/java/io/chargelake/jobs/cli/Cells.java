package io.chargelake.jobs.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Values of rows as text. */
final class Cells {

    static List<String> of(Row row) {
        return IntStream.range(0, row.size()).mapToObj(i -> text(row.get(i))).toList();
    }

    /** One RFC 4180 line. */
    static String csv(List<String> cells) {
        return cells.stream().map(Cells::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Times print as ISO 8601 in UTC, which their classes do by themselves. */
    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value.toString();
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private Cells() {}
}
