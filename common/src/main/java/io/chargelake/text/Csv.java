package io.chargelake.text;

import java.util.List;

/** Lines as RFC 4180 has them: commas, CRLF, quotes only where needed. */
public final class Csv {
    private static final String LINE_END = "\r\n";

    /** @param cells quoted where they must be, see {@link #quoted} */
    public static String line(List<String> cells) {
        return String.join(",", cells) + LINE_END;
    }

    /** Also where spaces stand at an end, which some readers drop. */
    public static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip());
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private Csv() {}
}
