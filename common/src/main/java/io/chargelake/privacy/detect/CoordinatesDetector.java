package io.chargelake.privacy.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Precise places: two numbers with more than two decimals, which is nearer than a kilometre, that can be latitude and longitude; or degrees and minutes. */
final class CoordinatesDetector implements Detector {
    private static final List<Pattern> PAIRS = List.of(pair('.'), pair(','));
    private static final Pattern DEGREES = Pattern.compile("(?<![0-9])[0-9]{1,3} {0,2}° {0,2}[0-9]{1,2} {0,2}['′’]");

    @Override
    public String code() {
        return "coordinates";
    }

    @Override
    public String meaning() {
        return "precise coordinates";
    }

    @Override
    public boolean finds(String value) {
        if (DEGREES.matcher(value).find()) {
            return true;
        }
        return PAIRS.stream().anyMatch(pair -> findsPlace(pair.matcher(value)));
    }

    /** The mark of its decimals does not stand between the numbers: 1.234.567.890 is one. */
    private static Pattern pair(char mark) {
        String number = "([0-9]{1,3})[" + mark + "][0-9]{3,18}(?![0-9])";
        return Pattern.compile("(?<![0-9.,])" + number + "[^0-9" + mark + "]{1,12}" + number);
    }

    private static boolean findsPlace(Matcher pairs) {
        while (pairs.find()) {
            if (isPlace(Integer.parseInt(pairs.group(1)), Integer.parseInt(pairs.group(2)))) {
                return true;
            }
        }
        return false;
    }

    /** Either may come first; which hemisphere it is does not matter. */
    private static boolean isPlace(int one, int other) {
        return Math.min(one, other) <= 90 && Math.max(one, other) <= 180;
    }
}
