package io.chargelake.jobs.generate.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.chargelake.jobs.lake.files.StreamOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Makes the bytes of a Parquet file those of any other JVM. The writer lists a column's encodings in the order of a hash set of enums, which
 * goes by addresses in memory; here they are put in order. What may be the footer is held back until the end, which costs one copy of the file
 * in memory, a piece at a time.
 */
public final class SteadyFooterStream extends PositionOutputStream {
    /** More than the footer of a file of 500 row groups. */
    private static final int LONGEST_FOOTER = 1 << 20;

    /** The footer's length, four bytes, and the magic word. */
    private static final int END_BYTES = 8;

    private static final String MAGIC = "PAR1";

    /** A new Parquet file that is written through such a stream. */
    public static OutputFile newFile(FileSystem files, Path path) {
        return new StreamOutput(() -> new SteadyFooterStream(HadoopStreams.wrap(files.create(path, false))));
    }

    private final PositionOutputStream file;
    private final byte[] held = new byte[2 * LONGEST_FOOTER];
    private int size;
    private boolean closed;

    SteadyFooterStream(PositionOutputStream file) {
        this.file = file;
    }

    @Override
    public long getPos() throws IOException {
        return file.getPos() + size;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (size == held.length) {
                release(size - LONGEST_FOOTER);
            }
            int piece = Math.min(length - done, held.length - size);
            System.arraycopy(bytes, offset + done, held, size, piece);
            size += piece;
            done += piece;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            if (endsAsParquet()) {
                int footerBytes =
                        ByteBuffer.wrap(held).order(ByteOrder.LITTLE_ENDIAN).getInt(size - END_BYTES);
                writeFooter(footerBytes);
            }
            release(size);
        }
    }

    /** Not so when writing was given up. */
    private boolean endsAsParquet() {
        return size >= END_BYTES && new String(held, size - MAGIC.length(), MAGIC.length(), US_ASCII).equals(MAGIC);
    }

    private void writeFooter(int footerBytes) throws IOException {
        int start = size - END_BYTES - footerBytes;
        if (footerBytes < 0 || start < 0) {
            throw new IOException("Cannot finish a Parquet file: its footer has " + footerBytes + " bytes (at most "
                    + LONGEST_FOOTER + " are foreseen)");
        }
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(held, start, footerBytes));
        footer.getRow_groups().stream()
                .flatMap(group -> group.getColumns().stream())
                .forEach(column -> column.getMeta_data().getEncodings().sort(Comparator.comparing(Encoding::getValue)));
        var sorted = new ByteArrayOutputStream(footerBytes);
        Util.writeFileMetaData(footer, sorted);
        if (sorted.size() != footerBytes) {
            throw new IOException("Cannot finish a Parquet file: its footer changed from " + footerBytes + " to "
                    + sorted.size() + " bytes");
        }
        System.arraycopy(sorted.toByteArray(), 0, held, start, footerBytes);
    }

    private void release(int bytes) throws IOException {
        file.write(held, 0, bytes);
        System.arraycopy(held, bytes, held, 0, size - bytes);
        size -= bytes;
    }
}
