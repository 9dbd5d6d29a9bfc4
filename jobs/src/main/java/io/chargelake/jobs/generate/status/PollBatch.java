package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Seeds;
import java.util.Arrays;

/** Raw rows waiting to be written, in primitive arrays. */
final class PollBatch {

    static final int NULL_ID = -1;

    private int[] device = new int[1024];
    private byte[] cell = new byte[1024];
    private long[] timeS = new long[1024];
    private int size;

    void add(int ofDevice, int ofCell, long second) {
        if (size == device.length) {
            device = Arrays.copyOf(device, 2 * size);
            cell = Arrays.copyOf(cell, 2 * size);
            timeS = Arrays.copyOf(timeS, 2 * size);
        }
        device[size] = ofDevice;
        cell[size] = (byte) ofCell;
        timeS[size++] = second;
    }

    /** Moves the rows from {@code first} on to random places of the batch, as overlapping answers arrive. */
    void scatterFrom(int first, Seeds places) {
        for (int i = first; i < size; i++) {
            swap(i, places.below(i, size));
        }
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int device(int i) {
        return device[i];
    }

    int cell(int i) {
        return cell[i];
    }

    long timeS(int i) {
        return timeS[i];
    }

    private void swap(int i, int j) {
        int d = device[i];
        device[i] = device[j];
        device[j] = d;
        byte c = cell[i];
        cell[i] = cell[j];
        cell[j] = c;
        long t = timeS[i];
        timeS[i] = timeS[j];
        timeS[j] = t;
    }
}
