package io.chargelake.privacy.detect;

/** How many digits a text has. */
final class Digits {

    static long in(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private Digits() {}
}
