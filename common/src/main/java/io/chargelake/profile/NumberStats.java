package io.chargelake.profile;

import java.io.Serializable;

/** What is counted exactly of the numbers of a column. */
final class NumberStats implements Serializable {
    private static final long serialVersionUID = 1L;

    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long zeros;
    private long negatives;

    void add(double value) {
        count++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        zeros += value == 0 ? 1 : 0;
        negatives += value < 0 ? 1 : 0;
    }

    void merge(NumberStats other) {
        count += other.count;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        zeros += other.zeros;
        negatives += other.negatives;
    }

    long count() {
        return count;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    long zeros() {
        return zeros;
    }

    long negatives() {
        return negatives;
    }
}
