package io.chargelake.energy;

import java.util.Locale;

/** What constructors of this package refuse, in one manner of speaking. */
final class Checks {

    static void positive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw refusal(what, value, "a number above 0");
        }
    }

    static void notNegative(double value, String what) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw refusal(what, value, "0 or a number above it");
        }
    }

    static void share(double value, String what) {
        if (!(value >= 0 && value <= 1)) {
            throw refusal(what, value, "from 0 to 1");
        }
    }

    static void finite(double[] values, String what) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw refusal(what + " of slot " + i, values[i], "a number");
            }
        }
    }

    static void named(String name, String what) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
    }

    private static IllegalArgumentException refusal(String what, double value, String allowed) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "%s is %s, allowed is %s", what, value, allowed));
    }

    private Checks() {}
}
