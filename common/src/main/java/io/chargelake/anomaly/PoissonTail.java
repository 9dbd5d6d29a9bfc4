package io.chargelake.anomaly;

/** How improbable it is that something which happens {@code mean} times happens {@code count} times or more. */
final class PoissonTail {
    private static final double NEGLIGIBLE = 1e-15;

    /** As a power of ten; 0 where it is as usual as not. */
    static double score(int count, double mean) {
        if (count <= mean || count == 0) {
            return 0;
        }
        if (mean <= 0) {
            return Double.MAX_EXPONENT;
        }
        double logFirst = count * Math.log(mean) - mean - logFactorial(count);
        double sum = 1;
        double term = 1;
        for (int k = count + 1; term > NEGLIGIBLE * sum; k++) {
            term *= mean / k;
            sum += term;
        }
        return Math.max(0, -(logFirst + Math.log(sum)) / Math.log(10));
    }

    private static double logFactorial(int n) {
        double log = 0;
        for (int k = 2; k <= n; k++) {
            log += Math.log(k);
        }
        return log;
    }

    private PoissonTail() {}
}
