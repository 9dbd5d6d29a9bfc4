package io.chargelake.privacy.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers: with + or 00 and 8 to 15 digits, with a leading 0 and 9 to 12, and the form of North America. The point is no separator behind a leading 0:
 * with it, dates would be numbers.
 */
final class PhoneDetector implements Detector {

    /** A form and how many digits it has. */
    private record Form(Pattern pattern, int least, int most) {
        static Form of(String pattern, int least, int most) {
            return new Form(Pattern.compile("(?<![\\p{L}\\p{N}*.])" + pattern + "(?![\\p{L}\\p{N}:*])"), least, most);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of("\\+[1-9][0-9 ()/.-]{5,22}[0-9]", 8, 15),
            Form.of("00[1-9][0-9 ()/-]{6,22}[0-9]", 10, 17),
            Form.of("\\(?0[1-9][0-9 ()/-]{6,18}[0-9]", 9, 12),
            Form.of("\\(?[2-9][0-9]{2}\\)?[ -][0-9]{3}-[0-9]{4}", 10, 10));

    @Override
    public String code() {
        return "phone";
    }

    @Override
    public String meaning() {
        return "telephone numbers";
    }

    @Override
    public boolean finds(String value) {
        return FORMS.stream().anyMatch(form -> finds(form, value));
    }

    private static boolean finds(Form form, String value) {
        Matcher numbers = form.pattern.matcher(value);
        while (numbers.find()) {
            long digits = Digits.in(numbers.group());
            if (digits >= form.least && digits <= form.most) {
                return true;
            }
        }
        return false;
    }
}
