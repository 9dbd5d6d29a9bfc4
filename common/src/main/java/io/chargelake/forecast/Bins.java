package io.chargelake.forecast;

import java.util.Arrays;

/**
 * Where a feature's values are cut: at quantiles of what was seen, 64 bins at most. A value lies in the first bin whose upper edge it does
 * not exceed; what is missing (NaN) lies in the first.
 */
final class Bins {
    static final int MOST = 64;
    private static final int SAMPLE = 50_000;

    private final float[] edges;

    private Bins(float[] edges) {
        this.edges = edges;
    }

    static Bins of(float[] values) {
        int step = Math.max(1, values.length / SAMPLE);
        float[] sorted = new float[(values.length + step - 1) / step];
        int n = 0;
        for (int i = 0; i < values.length; i += step) {
            if (!Float.isNaN(values[i])) {
                sorted[n++] = values[i];
            }
        }
        sorted = Arrays.copyOf(sorted, n);
        Arrays.sort(sorted);
        return new Bins(cut(sorted));
    }

    /** Between two neighbouring values each; between all of them where they are few. */
    private static float[] cut(float[] sorted) {
        float[] distinct = distinct(sorted);
        if (distinct.length <= MOST) {
            return between(distinct, distinct.length - 1);
        }
        float[] edges = new float[MOST - 1];
        int count = 0;
        for (int i = 1; i < MOST; i++) {
            float edge = sorted[(int) ((long) i * sorted.length / MOST)];
            if (edge < sorted[sorted.length - 1] && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static float[] between(float[] distinct, int count) {
        float[] edges = new float[Math.max(0, count)];
        for (int i = 0; i < edges.length; i++) {
            float middle = distinct[i] + (distinct[i + 1] - distinct[i]) / 2;
            edges[i] = middle < distinct[i + 1] ? middle : distinct[i];
        }
        return edges;
    }

    private static float[] distinct(float[] sorted) {
        float[] distinct = new float[sorted.length];
        int n = 0;
        for (float value : sorted) {
            if (n == 0 || value != distinct[n - 1]) {
                distinct[n++] = value;
            }
        }
        return Arrays.copyOf(distinct, n);
    }

    int count() {
        return edges.length + 1;
    }

    /** The greatest value that lies in a bin other than the last. */
    float edge(int bin) {
        return edges[bin];
    }

    byte[] of(float[] values, int count) {
        byte[] bins = new byte[count];
        for (int i = 0; i < count; i++) {
            bins[i] = (byte) bin(values[i]);
        }
        return bins;
    }

    private int bin(float value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value > edges[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Float.isNaN(value) ? 0 : low;
    }
}
