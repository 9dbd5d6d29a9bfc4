package io.chargelake.privacy.sketch;

/**
 * Whole numbers modulo the prime 2^61 - 1. A product takes one wide multiplication and no division, since 2^61 is 1
 * here: what stands above bit 61 is added to what stands below.
 */
final class Mersenne61 {
    static final long P = (1L << 61) - 1;

    private Mersenne61() {}

    /** Any number as its remainder in 0 .. P - 1. */
    static long of(long value) {
        return Math.floorMod(value, P);
    }

    static boolean isElement(long value) {
        return value >= 0 && value < P;
    }

    static long plus(long a, long b) {
        return reduced(a + b);
    }

    static long minus(long a, long b) {
        return a >= b ? a - b : a - b + P;
    }

    static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return reduced((low & P) + (low >>> 61 | high << 3));
    }

    /** Of a number below 2 P. */
    private static long reduced(long sum) {
        return sum >= P ? sum - P : sum;
    }
}
