package io.chargelake.profile;

import java.util.ArrayList;
import java.util.List;

/** Two columns that may be a key together. */
public record ColumnPair(String one, String other) implements java.io.Serializable {
    private static final int MOST_PARTS = 6;

    /** Pairs of the first columns whose names are those of keys' parts: ids and times. */
    public static List<ColumnPair> likely(List<String> columns) {
        List<String> parts = columns.stream()
                .filter(name -> ColumnName.of(name).isPartOfKey())
                .limit(MOST_PARTS)
                .toList();
        var pairs = new ArrayList<ColumnPair>();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                pairs.add(new ColumnPair(parts.get(i), parts.get(j)));
            }
        }
        return pairs;
    }
}
