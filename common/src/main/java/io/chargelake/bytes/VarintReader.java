package io.chargelake.bytes;

import java.util.Arrays;

/** Reads what {@link VarintWriter} wrote, and refuses what it can't have written. */
public final class VarintReader {
    private final byte[] bytes;
    private int at;

    public VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public long unsigned() {
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

    public long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number known to be small: damaged counts must not allocate memory. */
    public long upTo(long greatest) {
        long value = unsigned();
        if (value < 0 || value > greatest) {
            throw damaged("a number is " + value + ", at most " + greatest + " is possible");
        }
        return value;
    }

    public byte[] block() {
        long length = unsigned();
        if (length < 0 || length > left()) {
            throw damaged("it ends within a block of " + length + " bytes");
        }
        byte[] block = Arrays.copyOfRange(bytes, at, at + (int) length);
        at += (int) length;
        return block;
    }

    public int left() {
        return bytes.length - at;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }

    public void requireEnd() {
        if (at != bytes.length) {
            throw damaged("bytes follow its end");
        }
    }

    private IllegalArgumentException damaged(String how) {
        return new IllegalArgumentException(
                "Cannot decode block: " + how + " (at byte " + at + " of " + bytes.length + ")");
    }
}
