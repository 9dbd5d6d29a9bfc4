package io.chargelake.jobs.raw.pages;

import java.util.Arrays;
import org.apache.spark.unsafe.Platform;

/**
 * Ints in Parquet's hybrid of runs and packed bits, some at a time. A packed value is one load, shift and mask, a run one
 * fill. Not thread-safe.
 */
final class HybridDecoder {
    /** A value is loaded with the seven bytes after it; some writers leave out the end of the last group. */
    static final int PADDING = Long.BYTES + Integer.SIZE;

    private static final int VALUES_A_GROUP = 8;

    private final byte[] bytes;
    private final int bitWidth;
    private final long mask;
    private int position; // of the next header
    private int left; // values of the piece that is open
    private boolean packed;
    private int value; // of a run
    private long bit; // where the next packed value begins

    /** @param bytes with {@link #PADDING} behind the last */
    HybridDecoder(byte[] bytes, int position, int bitWidth) {
        if (bitWidth < 0 || bitWidth > Integer.SIZE) {
            throw new IllegalArgumentException("Cannot decode values of " + bitWidth + " bits (0 to 32 are allowed)");
        }
        this.bytes = bytes;
        this.position = position;
        this.bitWidth = bitWidth;
        this.mask = (1L << bitWidth) - 1;
    }

    void read(int[] to, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int some = some(end - at);
            if (packed) {
                unpack(to, at, some);
            } else {
                Arrays.fill(to, at, at + some, value);
            }
            at += some;
        }
    }

    /** Reads what the values stand for in a table: in the same loop, as another one would cost as much. */
    void read(int[] to, int from, int count, int[] table) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int some = some(end - at);
            if (packed) {
                unpack(to, at, some, table);
            } else {
                Arrays.fill(to, at, at + some, table[value]);
            }
            at += some;
        }
    }

    /** How many values of one piece come next, of those wanted. */
    private int some(int wanted) {
        if (left == 0) {
            open();
        }
        int some = Math.min(left, wanted);
        left -= some;
        return some;
    }

    private void unpack(int[] to, int from, int count) {
        byte[] in = bytes;
        int width = bitWidth;
        long ofBits = mask;
        long at = bit;
        for (int i = from; i < from + count; i++) {
            long word = Platform.getLong(in, Platform.BYTE_ARRAY_OFFSET + (at >>> 3));
            to[i] = (int) (word >>> (at & 7) & ofBits);
            at += width;
        }
        bit = at;
    }

    private void unpack(int[] to, int from, int count, int[] table) {
        byte[] in = bytes;
        int width = bitWidth;
        long ofBits = mask;
        long at = bit;
        for (int i = from; i < from + count; i++) {
            long word = Platform.getLong(in, Platform.BYTE_ARRAY_OFFSET + (at >>> 3));
            to[i] = table[(int) (word >>> (at & 7) & ofBits)];
            at += width;
        }
        bit = at;
    }

    private void open() {
        int header = header();
        packed = (header & 1) == 1;
        int size = header >>> 1;
        if (packed) {
            left = Math.multiplyExact(size, VALUES_A_GROUP);
            bit = (long) position << 3;
            position = Math.addExact(position, Math.multiplyExact(size, bitWidth));
        } else {
            left = size;
            int width = (bitWidth + 7) / 8;
            long word = width == 0 ? 0 : Platform.getLong(bytes, Platform.BYTE_ARRAY_OFFSET + (long) checked(position));
            value = (int) (word & (1L << 8 * width) - 1);
            position += width;
        }
        if (left == 0 || position > bytes.length - Long.BYTES) {
            throw new IllegalArgumentException("Cannot decode values: the page is damaged");
        }
    }

    private int header() {
        int header = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = bytes[checked(position++)];
            header |= (next & 0x7F) << shift;
            if (next >= 0) {
                return header;
            }
        }
        throw new IllegalArgumentException("Cannot decode values: a length has more than 32 bits");
    }

    private int checked(int at) {
        if (at > bytes.length - PADDING) {
            throw new IllegalArgumentException("Cannot decode values: the page ends at byte " + at);
        }
        return at;
    }
}
