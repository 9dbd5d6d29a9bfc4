package io.chargelake.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers and times as people read them. */
public final class Words {
    private static final double WHOLE_UP_TO = 1e15;
    private static final MathContext DIGITS = new MathContext(5);
    private static final long SECONDS_A_DAY = 86_400;

    /** A small share is not nothing, and one of nearly all is not all. */
    public static String share(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "under 0.1 %";
        }
        if (percent < 100 && percent > 99.9) {
            return "over 99.9 %";
        }
        return String.format(
                Locale.ROOT,
                (percent > 0 && percent < 10) || (percent > 99 && percent < 100) ? "%.1f %%" : "%.0f %%",
                percent);
    }

    /** The same of a share that is only estimated. */
    public static String aboutShare(double share) {
        String words = share(share);
        return Character.isDigit(words.charAt(0)) ? "about " + words : words;
    }

    static String values(long count) {
        return count(count) + (count == 1 ? " value" : " values");
    }

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Whole numbers with all their digits, others with five. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE_UP_TO
                ? Long.toString((long) value)
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** @param seconds since 1970, in UTC or as a clock showed */
    public static String time(double seconds) {
        long whole = (long) Math.floor(seconds);
        String text = Instant.ofEpochSecond(whole)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", "");
        return whole % SECONDS_A_DAY == 0 ? text.substring(0, text.indexOf('T')) : text;
    }

    private Words() {}
}
