package io.chargelake.privacy.detect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vehicle identification numbers (ISO 3779): 17 letters and digits without I, O and Q, whose last four are digits. Those of North America, which begin with 1 to
 * 5, have a check digit; elsewhere it is free. Spaces and hyphens that people put between its parts change nothing.
 */
final class VinDetector implements Detector {
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-HJ-NPR-Z0-9]{13}[0-9]{4}(?![\\p{L}\\p{N}])");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String NUMBERS = "12345678123457923456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int CHECK = 8;
    private static final int LONGEST_SPACED = 25;
    /** Names of models and years may come to 17 signs too when they are put together. */
    private static final int LEAST_DIGITS_SPACED = 6;

    @Override
    public String code() {
        return "vin";
    }

    @Override
    public String meaning() {
        return "vehicle identification numbers";
    }

    @Override
    public boolean finds(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return findsWord(upper) || mayBeSpaced(value) && findsWord(upper.replaceAll("[ -]", ""));
    }

    private static boolean mayBeSpaced(String value) {
        return value.length() <= LONGEST_SPACED && Digits.in(value) >= LEAST_DIGITS_SPACED;
    }

    private static boolean findsWord(String upper) {
        Matcher words = WORD.matcher(upper);
        while (words.find()) {
            if (isVin(words.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVin(String word) {
        boolean mixed = Digits.in(word) < word.length();
        boolean northAmerican = word.charAt(0) >= '1' && word.charAt(0) <= '5';
        return mixed && (!northAmerican || word.charAt(CHECK) == checkDigit(word));
    }

    private static char checkDigit(String word) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * number(word.charAt(i));
        }
        int rest = sum % 11;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    private static int number(char c) {
        return c <= '9' ? c - '0' : NUMBERS.charAt(LETTERS.indexOf(c)) - '0';
    }
}
