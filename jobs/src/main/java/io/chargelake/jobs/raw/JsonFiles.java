package io.chargelake.jobs.raw;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The files of a delivery that hold JSON, told by their first sign: one object a line, or one document as a whole. A document that is
 * an object is read once to see whether another follows it.
 *
 * @param others files that are no JSON
 */
public record JsonFiles(
        List<RawFile> lines, List<RawFile> documents, List<RawFile> others, List<Unreadable> unreadable) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BYTE_ORDER_MARK = 3;

    private enum Form {
        LINES,
        DOCUMENT,
        CUT,
        OTHER
    }

    public static JsonFiles among(SparkSession spark, List<RawFile> files) {
        var found = new JsonFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<RawFile> brokenGzip = GzipCheck.broken(
                        spark, files.stream().filter(JsonFiles::isNamedSo).toList())
                .stream()
                .peek(found.unreadable::add)
                .map(Unreadable::file)
                .collect(Collectors.toSet());
        for (RawFile file : files) {
            if (!brokenGzip.contains(file)) {
                found.add(spark, file);
            }
        }
        return found;
    }

    private static boolean isNamedSo(RawFile file) {
        return file.plainName().matches("(?i).*\\.(json|jsonl|ndjson)");
    }

    private void add(SparkSession spark, RawFile file) {
        switch (form(spark, file)) {
            case LINES -> lines.add(file);
            case DOCUMENT -> documents.add(file);
            case CUT ->
                unreadable.add(
                        new Unreadable(file, FlatFileProbe.UNREADABLE_FILE, "it is cut off: its JSON has no end"));
            case OTHER -> others.add(file);
        }
    }

    private static Form form(SparkSession spark, RawFile file) {
        try (InputStream in = open(Storage.of(spark, file.path()).fileSystem(file.path()), file)) {
            int first = firstSign(in);
            return first == '[' ? Form.DOCUMENT : first == '{' ? ofObject(in) : Form.OTHER;
        } catch (IOException e) {
            return Form.OTHER; // who reads the others says what is wrong with it
        }
    }

    /** The file's bytes, unpacked. */
    public static InputStream open(FileSystem fs, RawFile file) throws IOException {
        InputStream in = new BufferedInputStream(fs.open(new Path(file.path())), 1 << 16);
        return file.isGzip() ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : in;
    }

    /** The first byte that says something; it is not taken from the stream. */
    private static int firstSign(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK);
        byte[] mark = in.readNBytes(BYTE_ORDER_MARK);
        if (mark.length < BYTE_ORDER_MARK || (mark[0] & 0xFF) != 0xEF || (mark[1] & 0xFF) != 0xBB) {
            in.reset();
        }
        while (true) {
            in.mark(1);
            int next = in.read();
            if (next < 0 || next > ' ') {
                in.reset();
                return next;
            }
        }
    }

    private static Form ofObject(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.currentToken() == null) {
                return Form.CUT;
            }
            return nextOf(parser) == null ? Form.DOCUMENT : Form.LINES;
        } catch (JsonEOFException e) {
            return Form.CUT;
        } catch (com.fasterxml.jackson.core.JsonParseException e) {
            return Form.LINES; // each line for itself tells what is wrong
        }
    }

    private static JsonToken nextOf(JsonParser parser) throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonEOFException e) {
            return JsonToken.NOT_AVAILABLE;
        }
    }
}
