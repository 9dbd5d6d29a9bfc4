package io.chargelake.vehicle;

/**
 * Amounts and times in whole millionths of their unit (kWh, km, kW, percent, seconds): sums and comparisons are exact, whatever
 * their order.
 */
public final class Micro {
    public static final long ONE = 1_000_000;
    public static final long HOUR = 3_600 * ONE;

    /** What the source does not tell: less than any amount. A sum with it is not known either. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Halves are rounded away from zero, as SQL does. */
    public static long of(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        double micros = value * ONE;
        return micros < 0 ? -Math.round(-micros) : Math.round(micros);
    }

    /** In whole units; no number where it is not known. */
    public static double real(long amount) {
        return isKnown(amount) ? amount / (double) ONE : Double.NaN;
    }

    public static boolean isKnown(long amount) {
        return amount != UNKNOWN;
    }

    public static long plus(long a, long b) {
        return isKnown(a) && isKnown(b) ? a + b : UNKNOWN;
    }

    public static long minus(long a, long b) {
        return isKnown(a) && isKnown(b) ? a - b : UNKNOWN;
    }

    /** How far apart two amounts are. */
    public static long apart(long a, long b) {
        return isKnown(a) && isKnown(b) ? Math.abs(a - b) : UNKNOWN;
    }

    private Micro() {}
}
