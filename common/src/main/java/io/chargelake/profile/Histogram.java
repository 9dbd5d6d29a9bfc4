package io.chargelake.profile;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How often values fall into equal parts of a range; the outermost hundredths of the values are put into the first and the last part. */
public record Histogram(double from, double to, long[] counts) {
    private static final int PARTS = 20;
    private static final double OUTER = 0.01;

    /** @param sorted with weight one each, at least one */
    static Histogram of(double[] sorted) {
        double from = sorted[(int) Math.floor(OUTER * (sorted.length - 1))];
        double to = sorted[(int) Math.ceil((1 - OUTER) * (sorted.length - 1))];
        long[] counts = new long[from == to ? 1 : PARTS];
        double width = (to - from) / counts.length;
        DoubleStream.of(sorted)
                .mapToInt(value -> width == 0 ? 0 : (int) Math.floor((value - from) / width))
                .forEach(part -> counts[Math.max(0, Math.min(counts.length - 1, part))]++);
        return new Histogram(from, to, counts);
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram h && h.from == from && h.to == to && Arrays.equals(h.counts, counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Words.number(from) + " to " + Words.number(to) + ": " + Arrays.toString(counts);
    }
}
