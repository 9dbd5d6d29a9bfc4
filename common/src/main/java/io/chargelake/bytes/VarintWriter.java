package io.chargelake.bytes;

import java.util.Arrays;

/** Integers in as many bytes as they need, seven bits a byte, least first. */
public final class VarintWriter {
    private static final int LONGEST = 10;

    private byte[] bytes;
    private int size;

    public VarintWriter(int capacity) {
        bytes = new byte[Math.max(capacity, LONGEST)];
    }

    public void unsigned(long value) {
        reserve(LONGEST);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Small negatives stay short: the sign moves to the lowest bit. */
    public void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    /** Bytes after their number. */
    public void block(byte[] block) {
        unsigned(block.length);
        put(block, block.length);
    }

    /** All that another has written. */
    public void append(VarintWriter other) {
        put(other.bytes, other.size);
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void clear() {
        size = 0;
    }

    /** Bytes so far. */
    public int size() {
        return size;
    }

    private void put(byte[] from, int length) {
        reserve(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length + (bytes.length >> 1), more));
        }
    }
}
