package io.chargelake.jobs.lake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The open table format that a lake is kept in; one lake, one format. */
public enum TableFormat {
    DELTA,
    ICEBERG;

    public static Optional<TableFormat> parse(String text) {
        return Arrays.stream(values()).filter(f -> f.toString().equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
