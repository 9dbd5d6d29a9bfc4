package io.chargelake.status;

import java.util.Arrays;

/** Reads what {@link VarintWriter} wrote, and refuses what it can't have written. */
final class VarintReader {
    private final byte[] bytes;
    private int at;

    VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == bytes.length) {
                throw damaged("it ends within a number");
            }
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged("a number is too long");
    }

    long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number known to be small: damaged counts must not allocate memory. */
    long upTo(long greatest) {
        long value = unsigned();
        if (value < 0 || value > greatest) {
            throw damaged("a number is " + value + ", at most " + greatest + " is possible");
        }
        return value;
    }

    byte[] block() {
        int length = (int) upTo(bytes.length - at);
        byte[] block = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return block;
    }

    int left() {
        return bytes.length - at;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    void requireEnd() {
        if (at != bytes.length) {
            throw damaged("bytes follow its last run");
        }
    }

    private IllegalArgumentException damaged(String how) {
        return new IllegalArgumentException(
                "Cannot decode run block: " + how + " (at byte " + at + " of " + bytes.length + ")");
    }
}
