package io.chargelake.jobs.generate.output;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** How a CSV file writes what has several spellings. Times of a zone other than UTC are written without it. */
public record CsvStyle(char separator, char decimalPoint, ZoneId zone) {

    public static final CsvStyle PLAIN = new CsvStyle(',', '.', ZoneOffset.UTC);

    boolean isUtc() {
        return zone.equals(ZoneOffset.UTC);
    }
}
