package io.chargelake.privacy.cell;

import java.math.BigInteger;

/** Shares of whole amounts, exact for any long. */
final class Percent {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Percent() {}

    /** Whether {@code part} is more than so many percent of {@code whole}; neither is below 0. */
    static boolean isAbove(long part, int percent, long whole) {
        return compare(part, 100, whole, percent) > 0;
    }

    /** Whether so many percent of {@code whole} are more than {@code part}; neither is below 0. */
    static boolean isShareAbove(long whole, int percent, long part) {
        return compare(whole, percent, part, 100) > 0;
    }

    /** Products of up to 70 bits, by their upper then their lower halves. */
    private static int compare(long a, int timesA, long b, int timesB) {
        int high = Long.compare(Math.multiplyHigh(a, timesA), Math.multiplyHigh(b, timesB));
        return high != 0 ? high : Long.compareUnsigned(a * timesA, b * timesB);
    }

    /** The smallest whole number above {@code amount * percent / 100}. */
    static long above(long amount, int percent) {
        return scaledAbove(amount, BigInteger.valueOf(percent), HUNDRED);
    }

    /** The smallest whole number above the amount of which {@code part} is so many percent. */
    static long wholeAbove(long part, int percent) {
        return scaledAbove(part, HUNDRED, BigInteger.valueOf(percent));
    }

    private static long scaledAbove(long amount, BigInteger times, BigInteger over) {
        return BigInteger.valueOf(amount)
                .multiply(times)
                .divide(over)
                .add(BigInteger.ONE)
                .longValueExact();
    }
}
