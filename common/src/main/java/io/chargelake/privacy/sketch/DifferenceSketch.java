package io.chargelake.privacy.sketch;

import java.util.Arrays;

/**
 * Says how many contributors a difference of published sums depends on, without keeping who contributed what. An
 * extract's cell keeps 24 numbers,
 *
 * <pre>s_k = sum over contributors of value x^k (mod p), k = 1 .. 24, p = 2^61 - 1</pre>
 *
 * where x is the contributor's keyed hash and value its share of an additive measure in whole units. Sketches are
 * linear: that of a sum of cells is the sum of theirs, so finer cells can be summed to coarser ones and a later
 * delivery compared with an earlier one long after both are gone.
 *
 * <p>A sequence of this form with d different x and weights other than 0 obeys a linear recurrence of length d and of
 * no shorter one; 2 d terms determine it. So up to 10 contributors are counted exactly. For more, the answer is wrong
 * only if the terms by chance also obey a recurrence of at most 10. Up to 14 contributors that can't be: two recurrences
 * of lengths a and b that agree on a + b terms make the same sequence, and 10 + 14 = 24. Beyond, such sequences are
 * about p^20 of all p^24, which a hash under a secret key hits with probability 2^-244; counting the solutions of the
 * power sums by Bezout's bound, 25! 2^-244 < 2^-160 whatever values somebody chooses. 22 terms would be the least that
 * tells 11 from 10; the two more buy this margin.
 *
 * <p>Two contributors with the same hash count as one: among ten million that happens to some pair with
 * probability 2^-16, and it misleads only a difference that depends on both of them.
 */
public final class DifferenceSketch {
    /** 'At least so many': beyond 10 contributors are not counted. */
    public static final int MANY = 11;

    public static final DifferenceSketch EMPTY = new DifferenceSketch(Syndromes.empty());

    private final long[] terms;

    private DifferenceSketch(long[] terms) {
        this.terms = terms;
    }

    /** Of an array made by {@link Syndromes}; copied. */
    public static DifferenceSketch of(long[] terms) {
        Syndromes.requireElements(terms);
        return new DifferenceSketch(terms.clone());
    }

    public static DifferenceSketch of(long contributor, long value) {
        long[] terms = Syndromes.empty();
        Syndromes.add(terms, contributor, value);
        return new DifferenceSketch(terms);
    }

    public DifferenceSketch plus(DifferenceSketch other) {
        long[] sum = terms.clone();
        Syndromes.merge(sum, other.terms);
        return new DifferenceSketch(sum);
    }

    public DifferenceSketch minus(DifferenceSketch other) {
        long[] difference = terms.clone();
        Syndromes.subtract(difference, other.terms);
        return new DifferenceSketch(difference);
    }

    /** How many contributors have a total other than 0: 0 to 10 exactly, {@link #MANY} for all above. */
    public int support() {
        return Syndromes.support(terms);
    }

    /** Adds this to an array made by {@link Syndromes}. */
    public void addTo(long[] into) {
        Syndromes.merge(into, terms);
    }

    /** A copy. */
    public long[] terms() {
        return terms.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DifferenceSketch that && Arrays.equals(terms, that.terms);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(terms);
    }

    @Override
    public String toString() {
        return "DifferenceSketch" + Arrays.toString(terms);
    }
}
