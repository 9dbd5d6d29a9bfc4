package io.chargelake.privacy.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UUIDs, and what hashes and serial numbers look like: 16 or more hexadecimal digits, four of which at least are from 0 to 9. */
final class TokenDetector implements Detector {
    private static final Pattern UUID =
            Pattern.compile("(?<![0-9A-Fa-f])[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![0-9A-Fa-f])");
    private static final Pattern HEX = Pattern.compile("(?<![\\p{L}\\p{N}])[0-9A-Fa-f]{16,}+(?![\\p{L}\\p{N}])");
    private static final int LEAST_DIGITS = 4;

    @Override
    public String code() {
        return "token";
    }

    @Override
    public String meaning() {
        return "UUIDs, hashes or serial numbers";
    }

    @Override
    public boolean finds(String value) {
        if (UUID.matcher(value).find()) {
            return true;
        }
        Matcher words = HEX.matcher(value);
        while (words.find()) {
            if (Digits.in(words.group()) >= LEAST_DIGITS) {
                return true;
            }
        }
        return false;
    }
}
