package io.chargelake.jobs.publish.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/** Bytes on their way to PostgreSQL, in its binary form: big-endian, each value behind its length. */
final class CopyBuffer {
    private static final String REPLACEMENT = "\uFFFD";

    private byte[] bytes = new byte[1 << 17];
    private int size;
    private long mended;

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Texts that PostgreSQL would have refused. */
    long mended() {
        return mended;
    }

    void clear() {
        size = 0;
    }

    void int2(int value) {
        room(2).putShort((short) value);
    }

    void int4(int value) {
        room(4).putInt(value);
    }

    void int8(long value) {
        room(8).putLong(value);
    }

    void int1(int value) {
        room(1).put((byte) value);
    }

    void raw(byte[] value) {
        room(value.length).put(value);
    }

    void nothing() {
        int4(-1);
    }

    /** Where a length will stand when what it is of has been written. */
    int begin() {
        int4(0);
        return size;
    }

    void end(int begin) {
        ByteBuffer.wrap(bytes).putInt(begin - 4, size - begin);
    }

    /** NUL and what is no UTF-8 become U+FFFD, which is counted. */
    void text(UTF8String text) {
        byte[] utf8 = text.getBytes();
        raw(isPlain(utf8) || isTakenBy(text, utf8) ? utf8 : mend(text));
    }

    private static boolean isPlain(byte[] ascii) {
        for (byte b : ascii) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTakenBy(UTF8String text, byte[] utf8) {
        for (byte b : utf8) {
            if (b == 0) {
                return false;
            }
        }
        return text.isValid();
    }

    private byte[] mend(UTF8String text) {
        mended++;
        return text.makeValid().toString().replace("\0", REPLACEMENT).getBytes(StandardCharsets.UTF_8);
    }

    private ByteBuffer room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
        ByteBuffer room = ByteBuffer.wrap(bytes, size, more);
        size += more;
        return room;
    }
}
