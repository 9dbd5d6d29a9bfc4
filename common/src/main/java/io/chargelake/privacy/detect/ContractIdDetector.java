package io.chargelake.privacy.detect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of charging contracts (EMAID, ISO 15118): country, provider, and eight or nine signs that mostly begin with C, as {@code DE-8AC-C12345678-X}; and the older
 * {@code DE-8AC-123456-7}.
 */
final class ContractIdDetector implements Detector {
    private static final Pattern SEPARATED =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}[-*][A-Z0-9]{3}[-*][A-Z0-9]{6,9}([-*][A-Z0-9])?(?![A-Z0-9*-])");
    private static final Pattern JOINED = Pattern.compile("(?<![A-Z0-9])[A-Z]{2}[A-Z0-9]{3}C[A-Z0-9]{8,9}(?![A-Z0-9])");
    private static final int LEAST_DIGITS = 3;
    private static final int FIRST_OF_CONTRACT = 6;

    @Override
    public String code() {
        return "contract_id";
    }

    @Override
    public String meaning() {
        return "ids of charging contracts";
    }

    @Override
    public boolean finds(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return finds(SEPARATED.matcher(upper)) || finds(JOINED.matcher(upper));
    }

    private static boolean finds(Matcher words) {
        while (words.find()) {
            String word = words.group();
            if (Countries.begin(word) && Digits.in(word.substring(FIRST_OF_CONTRACT)) >= LEAST_DIGITS) {
                return true;
            }
        }
        return false;
    }
}
