package io.chargelake.jobs.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Holds a Dataset against a block of text, as {@link InlineTable} reads it; rows in any order, only the columns of the header. */
public final class DatasetAssert extends AbstractAssert<DatasetAssert, Dataset<Row>> {

    private DatasetAssert(Dataset<Row> actual) {
        super(actual, DatasetAssert.class);
    }

    public static DatasetAssert assertThat(Dataset<Row> actual) {
        return new DatasetAssert(actual);
    }

    public DatasetAssert hasRows(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> header = cells(lines.get(0));
        List<String> expected = lines.stream()
                .skip(1)
                .map(line -> String.join(" | ", cells(line)))
                .sorted()
                .toList();
        List<String> found = rendered(header);
        Assertions.assertThat(String.join("\n", found)).isEqualTo(String.join("\n", expected));
        return this;
    }

    /** The same rows, whatever their order. */
    public DatasetAssert hasSameRowsAs(Dataset<Row> other) {
        List<String> columns = List.of(actual.columns());
        Assertions.assertThat(rendered(columns)).isEqualTo(assertThat(other).rendered(columns));
        return this;
    }

    public DatasetAssert isEmpty() {
        Assertions.assertThat(actual.count()).isZero();
        return this;
    }

    private List<String> rendered(List<String> columns) {
        return actual
                .select(columns.stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
                .collectAsList()
                .stream()
                .map(DatasetAssert::line)
                .sorted()
                .toList();
    }

    private static String line(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> row.isNullAt(i) ? "" : text(row.get(i)))
                .collect(Collectors.joining(" | "));
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        return value instanceof scala.collection.Seq<?> seq
                ? scala.jdk.javaapi.CollectionConverters.asJava(seq).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","))
                : value.toString();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
