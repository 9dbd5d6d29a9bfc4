package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.raw.RawFile;
import io.chargelake.station.Doubt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The rows of a task's files, all of a file or nothing: a file is in memory at a time, and the largest registers of a country are some
 * hundred megabytes. What it holds is told by its bytes, not by its name.
 */
final class RegisterTask implements FlatMapFunction<Iterator<RawFile>, Row> {
    private static final long serialVersionUID = 1L;
    private static final int GZIP_MAGIC = 0x1F8B;

    private final RegisterFormat format;
    private final SerializableConfiguration hadoop;

    RegisterTask(RegisterFormat format, SerializableConfiguration hadoop) {
        this.format = format;
        this.hadoop = hadoop;
    }

    @Override
    public Iterator<Row> call(Iterator<RawFile> files) {
        var rows = new ArrayList<Row>();
        files.forEachRemaining(file -> rows.addAll(rows(file)));
        return rows.iterator();
    }

    private List<Row> rows(RawFile file) {
        String path = file.path().toString();
        byte[] bytes = bytes(file);
        var rows = new RegisterRows(path);
        try {
            read(bytes, rows);
            return rows.rows();
        } catch (UnreadableRegister e) {
            return List.of(RegisterRows.unreadable(path, e.reason(), e.getMessage()));
        } catch (IOException e) {
            // the bytes are here already: it is the file that is broken, not the storage
            return List.of(RegisterRows.unreadable(
                    path, Doubt.UNREADABLE_FILE, "it is cut off or damaged: " + e.getMessage()));
        }
    }

    private void read(byte[] bytes, RegisterRows into) throws IOException, UnreadableRegister {
        if (bytes.length == 0) {
            throw new UnreadableRegister(Doubt.UNREADABLE_FILE, "it is empty");
        }
        if (isJson(bytes)) {
            ElementReader elements = format.elements().orElseThrow(() -> unexpected("JSON", "CSV"));
            new JsonRegister(elements).read(() -> plain(bytes), into);
        } else {
            RowReader reader = format.rows().orElseThrow(() -> unexpected("no JSON", "JSON"));
            new CsvRegister(reader).read(plain(bytes), into);
        }
    }

    private UnreadableRegister unexpected(String found, String wanted) {
        return new UnreadableRegister(
                Doubt.UNREADABLE_FILE,
                "it is " + found + ", a register of --format " + format.name().toLowerCase(java.util.Locale.ROOT)
                        + " is " + wanted);
    }

    private static boolean isJson(byte[] bytes) throws IOException {
        try (InputStream in = plain(bytes)) {
            int next = in.read();
            // white space, and the three bytes of a byte order mark
            while (next >= 0 && (next <= ' ' || next == 0xEF || next == 0xBB || next == 0xBF)) {
                next = in.read();
            }
            return next == '{' || next == '[';
        }
    }

    private static InputStream plain(byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        boolean isGzip = bytes.length > 1 && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) == GZIP_MAGIC;
        return isGzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** A fault of the storage: Spark tries the task again, and the job fails if it stays. */
    private byte[] bytes(RawFile file) {
        Path path = new Path(file.path());
        try (FSDataInputStream in = path.getFileSystem(hadoop.value()).open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
