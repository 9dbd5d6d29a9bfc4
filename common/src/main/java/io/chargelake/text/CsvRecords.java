package io.chargelake.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Records of delimited text as RFC 4180 has them, line ends within quotes among them, as they are found in files of all kinds: a quote
 * that is never closed costs its own line only, a line that is no UTF-8 is read as Windows-1252. Memory is that of a record.
 */
public final class CsvRecords implements AutoCloseable {
    /** A record of more lines or characters is a quote that was never closed. */
    private static final int MOST_LINES = 100;

    private static final int MOST_CHARACTERS = 200_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char QUOTE = '"';

    private final InputStream in;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long otherEncoding;
    private boolean atStart = true;

    public CsvRecords(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Lines that were no UTF-8. */
    public long otherEncoding() {
        return otherEncoding;
    }

    /** The next record as it stands there; blank lines are none. */
    public Optional<String> next() throws IOException {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line == null ? Optional.empty() : Optional.of(isOpen(line) ? whole(line) : line);
    }

    /** The lines up to the quote's end; the first alone, where there is none. */
    private String whole(String first) throws IOException {
        var taken = new ArrayDeque<String>();
        var record = new StringBuilder(first);
        boolean open = true;
        while (open && taken.size() < MOST_LINES && record.length() < MOST_CHARACTERS) {
            String line = line();
            if (line == null) {
                break;
            }
            taken.add(line);
            record.append('\n').append(line);
            open = open != isOpen(line);
        }
        if (open) {
            taken.descendingIterator().forEachRemaining(ahead::addFirst);
            return first;
        }
        return record.toString();
    }

    private static boolean isOpen(String line) {
        return line.chars().filter(c -> c == QUOTE).count() % 2 == 1;
    }

    private String line() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        var bytes = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            bytes.write(next);
        }
        String line = decode(bytes.toByteArray());
        boolean marked = atStart && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK;
        atStart = false;
        return line.substring(marked ? 1 : 0, line.endsWith("\r") ? line.length() - 1 : line.length());
    }

    private String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            otherEncoding++;
            return new String(bytes, WINDOWS);
        }
    }

    /** The fields of a record; a quote within a quoted field is written twice. */
    public static List<String> fields(String record, char delimiter) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (quoted && c == QUOTE && i + 1 < record.length() && record.charAt(i + 1) == QUOTE) {
                field.append(QUOTE);
                i++;
            } else if (c == QUOTE && (quoted || field.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
