package io.chargelake.jobs.stations.register;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** How registers write days. */
final class Dates {
    static final DateTimeFormatter ISO = strict("uuuu-M-d['T'HH:mm[:ss][.SSS]['Z']]");
    static final DateTimeFormatter US = strict("[M/d/uuuu][uuuu-M-d]");
    static final DateTimeFormatter GERMAN = strict("[d.M.uuuu][uuuu-M-d]");

    /** The 30th of February is no day, and not the 29th. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    private Dates() {}
}
