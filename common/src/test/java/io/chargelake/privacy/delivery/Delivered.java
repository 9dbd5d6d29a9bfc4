package io.chargelake.privacy.delivery;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.chargelake.privacy.request.Product;
import io.chargelake.privacy.request.Request;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A store in memory, and how a recipient reads what is in it. */
public final class Delivered implements DeliveryStore {
    static final Origin ORIGIN =
            new Origin(Map.of("charge_session", "12", "vehicle", "3"), "1", Optional.of("0f3a5c7e"));

    final Map<String, byte[]> files = new LinkedHashMap<>();

    @Override
    public void put(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    public static Delivered of(Request request, Sheet sheet) {
        var store = new Delivered();
        try {
            new Delivery(request, sheet, ORIGIN).write(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store;
    }

    public String text(String ending) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /** By an independent reader, the header first. */
    public static List<List<String>> parsed(String csv) {
        var settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\r\n");
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setSkipEmptyLines(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(-1);
        // the first sign of a line, which a reader must not take for the start of a comment
        settings.getFormat().setComment('\0');
        return new CsvParser(settings)
                .parseAll(new StringReader(csv)).stream().map(List::of).toList();
    }

    /** Rows as {@code key, key | figure, figure}; a ? is an empty value. */
    static Sheet sheet(Product product, List<Field> keys, List<Field> figures, String rows) {
        return new Sheet(
                product,
                keys,
                figures,
                rows.lines()
                        .map(line -> line.split("\\|"))
                        .map(parts -> new SheetRow(values(keys, parts[0]), values(figures, parts[1])))
                        .toList());
    }

    private static List<Value> values(List<Field> fields, String written) {
        List<String> texts = Stream.of(written.split(",")).map(String::strip).toList();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> value(fields.get(i).type(), texts.get(i)))
                .toList();
    }

    private static Value value(Field.Type type, String text) {
        if (text.equals("?")) {
            return Value.EMPTY;
        }
        return switch (type) {
            case STRING, DATE, YEARMONTH -> Value.of(text);
            case YEAR, INTEGER, NUMBER -> Value.of(new BigDecimal(text));
        };
    }
}
