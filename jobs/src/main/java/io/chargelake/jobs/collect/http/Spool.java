package io.chargelake.jobs.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of an answer, on the local disk: memory does not grow with them. The file has no name any more once it is open, where the
 * system allows that, so nothing stays behind however the process ends.
 */
public final class Spool implements AutoCloseable {
    private final FileChannel file;
    private final long limit;
    private long size;

    /** @param limit bytes; more are refused */
    Spool(long limit) throws IOException {
        Path named = Files.createTempFile("chargelake-answer", "");
        this.file = FileChannel.open(
                named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.limit = limit;
    }

    static Spool of(InputStream in, long limit) throws IOException, FetchFailure {
        Spool spool = new Spool(limit);
        try {
            byte[] piece = new byte[1 << 16];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                spool.add(ByteBuffer.wrap(piece, 0, n));
            }
            return spool;
        } catch (IOException | FetchFailure e) {
            spool.close();
            throw e;
        }
    }

    void add(ByteBuffer bytes) throws IOException, FetchFailure {
        if (size + bytes.remaining() > limit) {
            throw FetchFailure.tooLarge(limit);
        }
        while (bytes.hasRemaining()) {
            size += file.write(bytes, size);
        }
    }

    public long size() {
        return size;
    }

    /** From the first byte, as often as asked for; one reader at a time. */
    public InputStream open() throws IOException {
        file.position(0);
        return new java.io.BufferedInputStream(new Unclosed(Channels.newInputStream(file)), 1 << 16);
    }

    public void copyTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A reader's end is not the spool's. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the spool closes its file
        }
    }
}
