package io.chargelake.privacy.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Licence plates: Germany, Austria, Switzerland, France and Italy, Spain, the United Kingdom, the Netherlands and Belgium, each as the whole value. Some models are
 * called alike (E-NV 200), so that a few are none. Shapes that models and postcodes have as a rule (three letters and three digits, two letters and five digits)
 * are left to {@link Detectors#MANY_VALUES}.
 */
final class PlateDetector implements Detector {
    private static final double LEAST_SHARE = 0.05;

    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[1-9][0-9]{0,3}[EH]?"),
            Pattern.compile("[A-ZÄÖÜ]{1,3} [A-Z]{1,2} ?(?!19|20)[1-9][0-9]{3}[EH]?"),
            Pattern.compile("[A-Z]{1,2}-[1-9][0-9]{2,4} ?[A-Z]{1,2}"),
            Pattern.compile(
                    "(AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)[ -]?[1-9][0-9]{4,5}"),
            Pattern.compile("[A-Z]{2}(-[0-9]{3}-|[0-9]{3})[A-Z]{2}"),
            Pattern.compile("[0-9]{4}[ -]?(?![KMG]WH)[BCDFGHJKLMNPRSTVWXYZ]{3}"),
            Pattern.compile("[A-Z]{2}[0-9]{2} ?[A-Z]{3}"),
            Pattern.compile(
                    "(?=.{0,8}[A-Z])(?=.{0,8}[0-9])([A-Z]{1,3}|[0-9]{1,3})-([A-Z]{2,3}|[0-9]{2,3})-([A-Z]{1,3}|[0-9]{1,3})"));
    private static final int LONGEST = 12;

    @Override
    public String code() {
        return "plate";
    }

    @Override
    public String meaning() {
        return "licence plates";
    }

    @Override
    public double leastShare() {
        return LEAST_SHARE;
    }

    @Override
    public boolean finds(String value) {
        String plate = value.strip();
        return plate.length() <= LONGEST
                && SHAPES.stream().anyMatch(shape -> shape.matcher(plate).matches());
    }
}
