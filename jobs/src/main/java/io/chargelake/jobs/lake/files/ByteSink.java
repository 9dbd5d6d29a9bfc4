package io.chargelake.jobs.lake.files;

import java.util.Arrays;

/** Growing bytes, as Parquet lays values out: little-endian, texts after their length. */
final class ByteSink {
    private byte[] bytes;
    private int size;

    ByteSink() {
        this(1024);
    }

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    void putByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        bytes[size++] = (byte) value;
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 24);
    }

    void putLong(long value) {
        putInt((int) value);
        putInt((int) (value >>> 32));
    }

    void putVarint(int value) {
        int rest = value;
        for (; (rest & ~0x7F) != 0; rest >>>= 7) {
            putByte(rest | 0x80);
        }
        putByte(rest);
    }

    void putText(byte[] text) {
        putInt(text.length);
        put(text, text.length);
    }

    void put(byte[] from, int length) {
        reserve(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    /** The array with room for some bytes from {@link #size} on, which {@link #grow} then takes in. */
    byte[] room(int bytesMore) {
        reserve(bytesMore);
        return bytes;
    }

    void grow(int bytesMore) {
        size += bytesMore;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The bytes so far, without a copy: good until the next put. */
    byte[] array() {
        return bytes;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length + (bytes.length >> 1), more));
        }
    }
}
