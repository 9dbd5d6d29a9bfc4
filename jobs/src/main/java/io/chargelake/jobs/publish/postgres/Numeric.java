package io.chargelake.jobs.publish.postgres;

import java.math.BigDecimal;

/** Decimals in PostgreSQL's binary form: digits of base 10,000, none of them leading or trailing zeros. */
final class Numeric {
    private static final int DIGIT = 4;
    private static final int NEGATIVE = 0x4000;

    static void write(BigDecimal value, CopyBuffer out) {
        int scale = Math.max(value.scale(), 0);
        String decimals = value.setScale(scale).unscaledValue().abs().toString();
        String fraction = "0".repeat(Math.max(0, scale - decimals.length())) + decimals;
        int whole = fraction.length() - scale;
        String digits = "0".repeat(padding(whole)) + fraction + "0".repeat(padding(scale));
        int first = 0;
        int last = digits.length() / DIGIT;
        int weight = (whole + padding(whole)) / DIGIT - 1;
        while (first < last && digit(digits, first) == 0) {
            first++;
        }
        while (last > first && digit(digits, last - 1) == 0) {
            last--;
        }
        out.int2(last - first);
        out.int2(weight - first);
        out.int2(value.signum() < 0 ? NEGATIVE : 0);
        out.int2(scale);
        for (int i = first; i < last; i++) {
            out.int2(digit(digits, i));
        }
    }

    private static int padding(int decimals) {
        return (DIGIT - decimals % DIGIT) % DIGIT;
    }

    private static int digit(String digits, int at) {
        return Integer.parseInt(digits.substring(DIGIT * at, DIGIT * at + DIGIT));
    }

    private Numeric() {}
}
