package io.chargelake.privacy.detect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of charging points (ISO 15118, eMI3): country, operator, E and what the operator chose, as {@code DE*ABC*E123}; and the older form
 * {@code +49*839*030*00123}. Without stars an ordinary word could look the same, so that a country's code and five digits are asked for.
 */
final class EvseIdDetector implements Detector {
    private static final Pattern WITH_STARS =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\*[A-Z0-9]{3}\\*?E[A-Z0-9*]{1,31}(?![A-Z0-9])");
    private static final Pattern OLDER = Pattern.compile("\\+?(?<![0-9])[0-9]{1,3}\\*[0-9]{3,6}\\*[0-9]{1,32}");
    private static final Pattern WITHOUT =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}[A-Z0-9]{3}E[A-Z0-9]{5,31}(?![A-Z0-9])");
    private static final int FIRST_OF_POINT = 6;

    @Override
    public String code() {
        return "evse_id";
    }

    @Override
    public String meaning() {
        return "ids of charging points";
    }

    @Override
    public boolean finds(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        if (WITH_STARS.matcher(upper).find() || OLDER.matcher(value).find()) {
            return true;
        }
        Matcher words = WITHOUT.matcher(upper);
        while (words.find()) {
            String word = words.group();
            if (Countries.begin(word) && Digits.in(word.substring(FIRST_OF_POINT)) >= 5) {
                return true;
            }
        }
        return false;
    }
}
