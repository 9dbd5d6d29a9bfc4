package io.chargelake.jobs.lake;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.util.stream.Collectors;

/** The two conditions of a merge by key, as both formats take them. */
final class Merge {
    static final String SOURCE = "source";
    static final String TARGET = "target";

    static String sameKey(Table table) {
        if (table.keys().isEmpty()) {
            throw new IllegalArgumentException("Cannot merge into " + table.name() + ": it declares no key");
        }
        return table.keys().stream().map(key -> sides(key, "=")).collect(Collectors.joining(" AND "));
    }

    /** Rows that did not change are left alone, so that a repeated merge rewrites nothing. */
    static String anyDifference(Table table) {
        String same = table.columns().stream()
                .filter(col -> !table.keys().contains(col))
                .map(col -> sides(col, "<=>"))
                .collect(Collectors.joining(" AND "));
        return same.isEmpty() ? "false" : "NOT (" + same + ")";
    }

    private static String sides(Col col, String operator) {
        return TARGET + "." + col.name() + " " + operator + " " + SOURCE + "." + col.name();
    }

    private Merge() {}
}
