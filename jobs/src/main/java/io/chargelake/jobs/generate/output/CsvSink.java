package io.chargelake.jobs.generate.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/** CSV in UTF-8 with LF, a header, and quotes only where a text needs them. Assembles each row in one reused buffer. */
final class CsvSink implements RowSink {

    private final OutputStream out;
    private final CsvStyle style;
    private final ZoneRules rules;
    private final StringBuilder row = new StringBuilder(256);

    CsvSink(OutputStream out, List<Column> columns, CsvStyle style) throws IOException {
        this.out = out;
        this.style = style;
        this.rules = style.zone().getRules();
        for (Column column : columns) {
            text(column.name());
        }
        endRow();
    }

    @Override
    public RowSink text(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c != style.separator() && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            row.append(value);
        } else {
            row.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
        return endCell();
    }

    @Override
    public RowSink whole(long value) {
        row.append(value);
        return endCell();
    }

    @Override
    public RowSink decimal(long unscaled, int scale) {
        if (scale == 0) {
            return whole(unscaled);
        }
        if (unscaled < 0) {
            row.append('-');
        }
        String digits = Long.toString(Math.abs(unscaled));
        int whole = digits.length() - scale;
        row.append(whole > 0 ? digits.substring(0, whole) : "0").append(style.decimalPoint());
        row.append("0".repeat(Math.max(0, -whole))).append(digits, Math.max(0, whole), digits.length());
        return endCell();
    }

    @Override
    public RowSink instant(long epochS) {
        if (style.isUtc()) {
            dateTime(epochS, 'T');
            row.append('Z');
        } else {
            dateTime(epochS + rules.getOffset(Instant.ofEpochSecond(epochS)).getTotalSeconds(), ' ');
        }
        return endCell();
    }

    @Override
    public RowSink flag(boolean value) {
        row.append(value);
        return endCell();
    }

    @Override
    public RowSink empty() {
        return endCell();
    }

    @Override
    public void endRow() throws IOException {
        row.setCharAt(row.length() - 1, '\n');
        out.write(row.toString().getBytes(StandardCharsets.UTF_8));
        row.setLength(0);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private RowSink endCell() {
        row.append(style.separator());
        return this;
    }

    private void dateTime(long localEpochS, char between) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(localEpochS, 0, ZoneOffset.UTC);
        row.append(time.getYear()).append('-');
        two(time.getMonthValue(), '-');
        two(time.getDayOfMonth(), between);
        two(time.getHour(), ':');
        two(time.getMinute(), ':');
        row.append((char) ('0' + time.getSecond() / 10)).append((char) ('0' + time.getSecond() % 10));
    }

    private void two(int number, char after) {
        row.append((char) ('0' + number / 10))
                .append((char) ('0' + number % 10))
                .append(after);
    }
}
