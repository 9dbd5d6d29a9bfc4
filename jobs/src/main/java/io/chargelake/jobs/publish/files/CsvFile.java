package io.chargelake.jobs.publish.files;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import io.chargelake.text.Csv;
import io.chargelake.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * RFC 4180 in UTF-8 with a header. Texts are made safe for spreadsheets, numbers stay numbers, times are ISO 8601 in UTC, the items of a list are parted by
 * semicolons. What is not known is empty, an empty text is {@code ""}.
 */
public final class CsvFile implements TableFile {
    private static final String ITEMS = ";";

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public boolean canHold(Table table) {
        return true;
    }

    @Override
    public Wrote write(Table table, Iterator<Row> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(Csv.line(TableFile.columns(table).stream().map(Col::name).toList()));
        long written = 0;
        long leftOut = 0;
        for (; rows.hasNext(); written++) {
            Row row = rows.next();
            List<String> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                boolean isNone = isNoNumber(row.get(i));
                leftOut += isNone ? 1 : 0;
                cells.add(isNone ? "" : cell(row.get(i)));
            }
            text.write(Csv.line(cells));
        }
        text.flush();
        return new Wrote(written, leftOut);
    }

    /** A column of numbers with a word in it would be read as one of texts. */
    private static boolean isNoNumber(Object value) {
        return value instanceof Number number
                && !(value instanceof BigDecimal)
                && !Double.isFinite(number.doubleValue());
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof scala.collection.Seq<?> items) {
            return quoted(scala.jdk.javaapi.CollectionConverters.asJava(items).stream()
                    .map(item -> item == null ? "" : item.toString())
                    .collect(Collectors.joining(ITEMS)));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "\"\"" : Csv.quoted(SafeText.of(text));
    }
}
