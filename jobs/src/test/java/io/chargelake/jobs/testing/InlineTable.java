package io.chargelake.jobs.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a declared table, written as a block of text: a header, then a line a row, cells parted by {@code |}. An empty cell is null, and
 * so is every column the header leaves out; the values of a list have commas between.
 */
public final class InlineTable {

    public static Dataset<Row> of(Table table, String text) {
        Dataset<Row> strings = strings(text);
        List<String> given = List.of(strings.columns());
        Column[] columns = table.columns().stream()
                .filter(c -> given.contains(c.name()) || !c.equals(Table.DAY))
                .map(c -> column(c, given))
                .toArray(Column[]::new);
        return strings.select(columns);
    }

    private static Column column(Col declared, List<String> given) {
        Column value = given.contains(declared.name())
                ? when(col(declared.name()).notEqual(""), col(declared.name()))
                : org.apache.spark.sql.functions.lit(null).cast("string");
        Column typed = declared.type() instanceof ArrayType ? split(value, ",") : value.cast(declared.type());
        return typed.as(declared.name());
    }

    static Dataset<Row> strings(String text) {
        List<String[]> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(InlineTable::cells)
                .toList();
        StructType schema = new StructType();
        for (String name : lines.get(0)) {
            schema = schema.add(name, "string");
        }
        List<Row> rows = lines.stream()
                .skip(1)
                .map(cells -> RowFactory.create((Object[]) cells))
                .toList();
        return TestSpark.session().createDataFrame(rows, schema);
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    private InlineTable() {}
}
