package io.chargelake.station;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How ids of charging points are written: ISO 15118 with or without stars, and the older form of DIN 91286. */
public final class EvseIds {
    private static final Pattern ISO = Pattern.compile("[A-Z]{2}\\*?[A-Z0-9]{3}\\*?E[A-Z0-9][A-Z0-9*]{0,30}");
    private static final Pattern DIN = Pattern.compile("\\+?[0-9]{1,3}\\*[0-9]{3,6}\\*[0-9*]{1,32}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public static boolean isWellFormed(String id) {
        String upper = id.strip().toUpperCase(Locale.ROOT);
        return DIN.matcher(upper).matches()
                || (ISO.matcher(upper).matches() && COUNTRIES.contains(upper.substring(0, 2)));
    }

    private EvseIds() {}
}
