package io.chargelake.privacy.sketch;

/**
 * The algorithm of Berlekamp and Massey: the length of the shortest linear recurrence that makes a sequence. In the
 * form without divisions: a recurrence may be scaled, so the two polynomials are multiplied crosswise instead.
 * Quadratic in the terms, about 1,000 products for 24.
 */
final class LinearComplexity {
    private LinearComplexity() {}

    static int of(long[] sequence) {
        int n = sequence.length;
        long[] connection = new long[n + 1];
        long[] before = new long[n + 1]; // the connection as it was before the length last grew
        connection[0] = 1;
        before[0] = 1;
        long discrepancyBefore = 1;
        int shift = 1;
        int length = 0;
        for (int i = 0; i < n; i++) {
            long discrepancy = discrepancy(sequence, connection, i, length);
            if (discrepancy == 0) {
                shift++;
            } else if (2 * length <= i) {
                long[] kept = connection.clone();
                correct(connection, discrepancyBefore, before, discrepancy, shift);
                length = i + 1 - length;
                before = kept;
                discrepancyBefore = discrepancy;
                shift = 1;
            } else {
                correct(connection, discrepancyBefore, before, discrepancy, shift);
                shift++;
            }
        }
        return length;
    }

    /** How far term {@code i} is from what the recurrence foretells. */
    private static long discrepancy(long[] sequence, long[] connection, int i, int length) {
        long sum = 0;
        for (int j = 0; j <= length; j++) {
            sum = Mersenne61.plus(sum, Mersenne61.times(connection[j], sequence[i - j]));
        }
        return sum;
    }

    /** connection = a connection - b x^shift before. */
    private static void correct(long[] connection, long a, long[] before, long b, int shift) {
        for (int j = connection.length - 1; j >= 0; j--) {
            long scaled = Mersenne61.times(a, connection[j]);
            long shifted = j < shift ? 0 : Mersenne61.times(b, before[j - shift]);
            connection[j] = Mersenne61.minus(scaled, shifted);
        }
    }
}
