package io.chargelake.privacy.detect;

import java.util.regex.Pattern;

/** E-mail addresses, in any alphabet. */
final class EmailDetector implements Detector {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>(),;:\"]{1,64}@[^\\s@<>(),;:\".]{1,63}\\.[^\\s@<>(),;:\"]{2,63}");

    @Override
    public String code() {
        return "email";
    }

    @Override
    public String meaning() {
        return "e-mail addresses";
    }

    @Override
    public boolean finds(String value) {
        return value.indexOf('@') >= 0 && ADDRESS.matcher(value).find();
    }
}
