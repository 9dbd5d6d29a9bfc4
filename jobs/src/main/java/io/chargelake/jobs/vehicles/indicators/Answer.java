package io.chargelake.jobs.vehicles.indicators;

import io.chargelake.text.TextTable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The answer to a question, for people. */
final class Answer {

    static String of(Dataset<Row> rows, int most) {
        TextTable table = new TextTable(List.of(rows.columns()));
        rows.limit(most).collectAsList().forEach(row -> table.add(cells(row)));
        return table.render();
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> row.isNullAt(i) ? "" : row.get(i).toString())
                .toList();
    }

    private Answer() {}
}
