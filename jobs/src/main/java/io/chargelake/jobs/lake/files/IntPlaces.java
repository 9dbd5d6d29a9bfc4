package io.chargelake.jobs.lake.files;

import java.util.Arrays;

/**
 * Distinct ints in order of appearance, and the place of each. Small ones, such as the seconds of a day, are looked up in
 * a plain array that grows with them, others in a hash table.
 */
final class IntPlaces {
    private static final int GOLDEN = 0x9E3779B9;
    private static final int FREE = -1;

    private static final int MOST_SMALL = 1 << 17;

    private int[] small = new int[0];
    private int[] values = new int[64];
    private int size;
    private int[] table = new int[256]; // places by hash
    private int shift = Integer.SIZE - 8;

    IntPlaces() {
        Arrays.fill(table, FREE);
    }

    int place(int value) {
        if (value < 0 || value >= small.length) {
            if (value < 0 || value >= MOST_SMALL) {
                return hashed(value);
            }
            growSmall(value);
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
        for (int place = 0; place < size; place++) {
            if (isSmall(values[place])) {
                small[values[place]] = FREE;
            }
        }
        Arrays.fill(table, FREE);
        size = 0;
    }

    private static boolean isSmall(int value) {
        return value >= 0 && value < MOST_SMALL;
    }

    private void growSmall(int value) {
        int before = small.length;
        small = Arrays.copyOf(small, Math.max(1 << 8, Integer.highestOneBit(value) << 1));
        Arrays.fill(small, before, small.length, FREE);
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
            if (!isSmall(values[place])) {
                int slot = values[place] * GOLDEN >>> shift;
                while (table[slot] != FREE) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = place;
            }
        }
    }
}
