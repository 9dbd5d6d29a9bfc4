package io.chargelake.privacy.table;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a cell stands: dimension to value, for the dimensions it is not a sum over. The grand total has none. */
public record Coordinates(SortedMap<String, String> values) {
    public static final Coordinates TOTAL = new Coordinates(new TreeMap<>());

    public Coordinates {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Coordinates of(Map<String, String> values) {
        return new Coordinates(new TreeMap<>(values));
    }

    public Set<String> dimensions() {
        return values.keySet();
    }

    /** Where the cell goes in a table of these dimensions only; it must have them all. */
    public Coordinates onto(Collection<String> dimensions) {
        TreeMap<String, String> kept = new TreeMap<>(values);
        kept.keySet().retainAll(dimensions);
        if (kept.size() != dimensions.size()) {
            throw new IllegalArgumentException("Cannot sum cell " + key() + " to " + dimensions + ": it has "
                    + dimensions() + " (all are needed)");
        }
        return new Coordinates(kept);
    }

    /** Unique whatever the names and values: what separates them is escaped. */
    public String key() {
        return values.entrySet().stream()
                .map(entry -> escaped(entry.getKey()) + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
    }
}
