package io.chargelake.privacy.delivery;

import io.chargelake.text.Csv;
import io.chargelake.text.SafeText;
import java.util.List;
import java.util.stream.Stream;

/** A sheet as RFC 4180: commas, CRLF, a header, quotes only where needed; numbers with a point and without groups or exponents, whatever the locale. */
final class CsvText {
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
        out.append(Csv.line(values.toList()));
    }

    private static String text(Value value) {
        if (value instanceof Value.Num number) {
            return number.number().toPlainString();
        }
        return value instanceof Value.Text text ? Csv.quoted(SafeText.of(text.text())) : "";
    }

    private CsvText() {}
}
