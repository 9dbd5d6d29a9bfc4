package io.chargelake.jobs.generate.status;

import java.io.IOException;

/** Lines of RFC 4180: CR LF, quotes only where a value needs them. */
final class Csv {

    private static final String LINE_END = "\r\n";

    private Csv() {}

    static void header(Appendable out, String columns) throws IOException {
        out.append(columns).append(LINE_END);
    }

    static void line(Appendable out, Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : ",").append(field(String.valueOf(values[i])));
        }
        out.append(LINE_END);
    }

    private static String field(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
