package io.chargelake.jobs.stations.register;

import java.time.format.DateTimeFormatter;

/** How registers write days. */
final class Dates {
    static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-M-d['T'HH:mm[:ss][.SSS]['Z']]");
    static final DateTimeFormatter US = DateTimeFormatter.ofPattern("[M/d/uuuu][uuuu-M-d]");
    static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("[d.M.uuuu][uuuu-M-d]");

    private Dates() {}
}
