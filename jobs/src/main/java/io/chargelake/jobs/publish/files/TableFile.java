package io.chargelake.jobs.publish.files;

import io.chargelake.jobs.publish.Item;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BinaryType;

/** A way to write a table as one file. */
public interface TableFile {

    String extension();

    boolean canHold(Table table);

    /** @return what was written */
    Wrote write(Table table, Iterator<Row> rows, OutputStream out) throws IOException;

    /**
     * Rows of a file, and values that it has no form for.
     *
     * @param leftOut numbers that are none, places that are not on earth
     */
    record Wrote(long rows, long leftOut) {}

    /** Columns that are for people. */
    static List<Col> columns(Table table) {
        return table.columns().stream()
                .filter(col -> !(col.type() instanceof BinaryType))
                .toList();
    }

    /** In the order of the key, so that the same rows are the same bytes. */
    static Dataset<Row> rows(Item item) {
        Table table = item.table();
        Dataset<Row> asked = table.isByDay() && !item.run().days().isAll()
                ? item.rows().where(item.run().days().containDay())
                : item.rows();
        Column[] shown = columns(table).stream().map(Col::col).toArray(Column[]::new);
        Column[] order = (table.keys().isEmpty() ? columns(table) : table.keys())
                .stream().map(Col::col).toArray(Column[]::new);
        return asked.select(shown).orderBy(order);
    }
}
