package io.chargelake.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes maps, collections, texts, numbers and truths as JSON. Keys come in the order of the map, so that the same values give the same bytes.
 */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final String lineEnd;
    private final String indent;

    private JsonText(String lineEnd, String indent) {
        this.lineEnd = lineEnd;
        this.indent = indent;
    }

    /** Without any space. */
    public static String compact(Object value) {
        return new JsonText("", "").write(value, 0);
    }

    /** For people: two spaces for each level, and a line end behind the last brace. */
    public static String indented(Object value) {
        return new JsonText("\n", "  ").write(value, 0) + "\n";
    }

    private String write(Object value, int depth) {
        append(value, depth);
        return out.toString();
    }

    private void append(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            appendAll('{', map.entrySet(), '}', depth);
        } else if (value instanceof Collection<?> values) {
            appendAll('[', values, ']', depth);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            quote(entry.getKey().toString());
            out.append(lineEnd.isEmpty() ? ":" : ": ");
            append(entry.getValue(), depth);
        } else if (value instanceof String text) {
            quote(text);
        } else if (value instanceof BigDecimal number) {
            out.append(number.toPlainString());
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else {
            // a double is not among them: its shortest text is that of the JDK at hand
            throw new IllegalArgumentException(
                    "Cannot write " + (value == null ? "null" : value.getClass().getName())
                            + " as JSON (allowed: Map, Collection, String, BigDecimal, Integer, Long, Boolean)");
        }
    }

    private void appendAll(char open, Collection<?> values, char close, int depth) {
        out.append(open);
        Iterator<?> rest = values.iterator();
        while (rest.hasNext()) {
            out.append(lineEnd).append(indent.repeat(depth + 1));
            append(rest.next(), depth + 1);
            out.append(rest.hasNext() ? "," : "");
        }
        if (!values.isEmpty()) {
            out.append(lineEnd).append(indent.repeat(depth));
        }
        out.append(close);
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                escape(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Surrogates too: a single one has no form in UTF-8. */
    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
