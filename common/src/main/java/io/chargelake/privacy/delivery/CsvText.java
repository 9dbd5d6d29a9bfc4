package io.chargelake.privacy.delivery;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sheet as RFC 4180: commas, CRLF, a header, quotes only where needed; numbers with a point and without groups or exponents, whatever the locale. */
final class CsvText {
    private static final String LINE_END = "\r\n";

    static String of(Sheet sheet) {
        var out = new StringBuilder();
        line(out, sheet.header().stream());
        for (SheetRow row : sheet.rows()) {
            Stream<String> values =
                    Stream.of(row.keys(), row.figures()).flatMap(List::stream).map(CsvText::text);
            line(
                    out,
                    sheet.tellsWithheld() ? Stream.concat(values, Stream.of(String.valueOf(row.withholds()))) : values);
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Stream<String> values) {
        out.append(values.collect(Collectors.joining(","))).append(LINE_END);
    }

    private static String text(Value value) {
        if (value instanceof Value.Num number) {
            return number.number().toPlainString();
        }
        return value instanceof Value.Text text ? quoted(SafeText.of(text.text())) : "";
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip());
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private CsvText() {}
}
