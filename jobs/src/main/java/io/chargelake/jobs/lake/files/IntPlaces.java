package io.chargelake.jobs.lake.files;

import java.util.Arrays;

/**
 * Distinct ints in order of appearance, and the place of each. Small ones, such as the seconds of an hour, are looked up
 * in a plain array, others in a hash table.
 */
final class IntPlaces {
    private static final int GOLDEN = 0x9E3779B9;
    private static final int FREE = -1;

    private static final int SMALL = 1 << 12;

    private final int[] small = new int[SMALL];
    private int[] values = new int[64];
    private int size;
    private int[] table = new int[256]; // places by hash
    private int shift = Integer.SIZE - 8;

    IntPlaces() {
        Arrays.fill(small, FREE);
        Arrays.fill(table, FREE);
    }

    int place(int value) {
        if ((value & -SMALL) != 0) {
            return hashed(value);
        }
        int place = small[value];
        if (place == FREE) {
            place = append(value);
            small[value] = place;
        }
        return place;
    }

    private int hashed(int value) {
        int slot = value * GOLDEN >>> shift;
        while (true) {
            int place = table[slot];
            if (place == FREE) {
                return add(value, slot);
            }
            if (values[place] == value) {
                return place;
            }
            slot = slot + 1 & table.length - 1;
        }
    }

    int value(int place) {
        return values[place];
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(small, FREE);
        Arrays.fill(table, FREE);
        size = 0;
    }

    private int add(int value, int slot) {
        table[slot] = append(value);
        if (size > table.length >> 1) {
            grow();
        }
        return size - 1;
    }

    private int append(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        return size++;
    }

    private void grow() {
        table = new int[2 * table.length];
        shift--;
        Arrays.fill(table, FREE);
        for (int place = 0; place < size; place++) {
            if ((values[place] & -SMALL) != 0) {
                int slot = values[place] * GOLDEN >>> shift;
                while (table[slot] != FREE) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = place;
            }
        }
    }
}
