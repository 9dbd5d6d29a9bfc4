package io.chargelake.privacy.delivery;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param keys what it is of
 * @param figures what is told of that; an empty one is withheld or not known
 */
public record SheetRow(List<Value> keys, List<Value> figures) {
    public SheetRow {
        keys = List.copyOf(keys);
        figures = List.copyOf(figures);
    }

    boolean withholds() {
        return figures.stream().anyMatch(Value::isEmpty);
    }
}
