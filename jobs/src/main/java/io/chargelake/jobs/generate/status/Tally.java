package io.chargelake.jobs.generate.status;

import java.io.Serializable;

/** Counts of one task or of all: tallies add up in any order. */
final class Tally implements Serializable {

    private final long[] counts = new long[Count.values().length];

    void add(Count what, long n) {
        counts[what.ordinal()] += n;
    }

    long get(Count what) {
        return counts[what.ordinal()];
    }

    Tally plus(Tally other) {
        Tally sum = new Tally();
        for (int i = 0; i < counts.length; i++) {
            sum.counts[i] = counts[i] + other.counts[i];
        }
        return sum;
    }
}
