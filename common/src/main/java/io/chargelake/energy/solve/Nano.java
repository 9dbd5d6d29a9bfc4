package io.chargelake.energy.solve;

/** Energy in whole billionths of a kWh: flows add up exactly, whatever their order. */
final class Nano {
    private static final double ONE = 1e9;
    /** More than any site moves, and far from overflow. */
    static final long MOST = 1L << 60;

    static long down(double kwh) {
        return kwh * ONE >= MOST ? MOST : (long) Math.floor(kwh * ONE + 1e-3);
    }

    static long near(double kwh) {
        return Math.max(-MOST, Math.min(MOST, Math.round(kwh * ONE)));
    }

    static double kwh(long nano) {
        return nano / ONE;
    }

    private Nano() {}
}
