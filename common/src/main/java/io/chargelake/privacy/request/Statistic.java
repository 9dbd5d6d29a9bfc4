package io.chargelake.privacy.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be told of the records of a cell, and {@link #VALUE} of a single one. */
public enum Statistic {
    SUM("sum"),
    MEAN("mean"),
    P10("a tenth of the records are below"),
    P50("half of the records are below"),
    P90("nine tenths of the records are below"),
    SHARE("share of the records with a yes, 0 to 1"),
    COUNT("number of records"),
    VALUE("value of the record, rounded");

    private final String meaning;

    Statistic(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The others are of many records. */
    public boolean isOfOneRecord() {
        return this == VALUE;
    }

    public static Optional<Statistic> named(String name) {
        return Arrays.stream(values()).filter(s -> s.code().equals(name)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Statistic::code).toList();
    }

    static String list(Iterable<Statistic> some) {
        return java.util.stream.StreamSupport.stream(some.spliterator(), false)
                .map(Statistic::code)
                .collect(Collectors.joining(", "));
    }
}
