package io.chargelake.status;

import java.util.Arrays;

/** Integers in as many bytes as they need, seven bits a byte, least first. */
final class VarintWriter {
    private static final int LONGEST = 10;

    private byte[] bytes;
    private int size;

    VarintWriter(int capacity) {
        bytes = new byte[Math.max(capacity, LONGEST)];
    }

    void unsigned(long value) {
        reserve(LONGEST);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Small negatives stay short: the sign moves to the lowest bit. */
    void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    void block(byte[] block) {
        unsigned(block.length);
        reserve(block.length);
        System.arraycopy(block, 0, bytes, size, block.length);
        size += block.length;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length + (bytes.length >> 1), more));
        }
    }
}
