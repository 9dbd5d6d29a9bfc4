package io.chargelake.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** ISO 3166 codes, with which ids of charging begin. */
final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    static boolean begin(String id) {
        return id.length() >= 2 && CODES.contains(id.substring(0, 2));
    }

    private Countries() {}
}
