package io.chargelake.jobs.dashboard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * What is sent, made once for all who ask.
 *
 * @param gzipped the same, where that is smaller; otherwise as it is
 * @param etag changes when the bytes do
 */
record Body(String type, byte[] plain, byte[] gzipped, String etag) {
    private static final int TAG_BYTES = 12;

    static Body of(String type, byte[] bytes) {
        return new Body(type, bytes, isText(type) ? gzip(bytes) : bytes, tag(bytes));
    }

    static Body json(String text) {
        return of("application/json; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isSmallerGzipped() {
        return gzipped.length < plain.length;
    }

    int size() {
        return plain.length + gzipped.length;
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("javascript") || type.contains("svg");
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
