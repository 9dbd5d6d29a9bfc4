package io.chargelake.jobs.raw;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Tells what a flat file is by its bytes, not by its name; costs one small read a file. */
final class FlatFileProbe {
    static final String UNREADABLE_FILE = "unreadable_file";

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int FOOTER_TAIL = 8;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    static FlatFile probe(FileSystem fs, RawFile file) {
        if (file.size() == 0) {
            return unreadable(file, "it is empty");
        }
        try (FSDataInputStream in = fs.open(new Path(file.path()))) {
            byte[] head = in.readNBytes(PARQUET.length);
            if (Arrays.equals(head, PARQUET)) {
                return parquet(file, in);
            }
            if (file.plainName().endsWith(".parquet")) {
                return unreadable(file, "it does not begin as Parquet does");
            }
            if (isGzip(head) && !file.isGzip()) {
                return unreadable(file, "it is packed by gzip, which its name does not say (.gz)");
            }
            in.seek(0);
            return delimited(file, file.isGzip() ? new GZIPInputStream(in) : in);
        } catch (IOException e) {
            return unreadable(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 1 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    private static FlatFile parquet(RawFile file, FSDataInputStream in) throws IOException {
        byte[] tail = new byte[FOOTER_TAIL];
        in.readFully(Math.max(0, file.size() - FOOTER_TAIL), tail);
        return Arrays.equals(Arrays.copyOfRange(tail, FOOTER_TAIL - PARQUET.length, FOOTER_TAIL), PARQUET)
                ? new FlatFile.Parquet(file)
                : unreadable(file, "its Parquet footer is missing: it was cut off");
    }

    private static FlatFile delimited(RawFile file, InputStream in) throws IOException {
        String headerLine = firstLine(in);
        if (headerLine.indexOf('\0') >= 0) {
            return unreadable(file, "it is no UTF-8 text, perhaps UTF-16 (write it as UTF-8)");
        }
        String line = headerLine.stripTrailing();
        char delimiter = DELIMITERS.stream()
                .max((a, b) -> Long.compare(count(line, a), count(line, b)))
                .orElseThrow();
        List<String> header = Stream.of(line.split(String.valueOf(delimiter), -1))
                .map(name -> name.strip().replaceAll("^\"|\"$", ""))
                .toList();
        return new FlatFile.Delimited(file, delimiter, header, headerLine);
    }

    private static String firstLine(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && line.length() < LONGEST_HEADER; c = reader.read()) {
            line.append((char) c);
        }
        return line.toString().replaceFirst("^\uFEFF", "").replaceFirst("\r$", "");
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }

    private static FlatFile unreadable(RawFile file, String words) {
        return new FlatFile.Unreadable(file, UNREADABLE_FILE, words);
    }

    private FlatFileProbe() {}
}
