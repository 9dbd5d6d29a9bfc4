package io.chargelake.text;

import java.util.List;
import java.util.Set;

/** How sources write that there is no value. */
public final class Nothing {
    public static final List<String> WORDS = List.of("NA", "N/A", "null", "NULL", "None", "\\N", "-");

    private static final Set<String> LOOKED_UP = Set.copyOf(WORDS);

    /** @param text without spaces around */
    public static boolean isWord(String text) {
        return LOOKED_UP.contains(text);
    }

    private Nothing() {}
}
