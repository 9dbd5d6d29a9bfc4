package io.chargelake.jobs.dashboard.pages;

import java.util.List;
import java.util.Optional;

/**
 * A table of an answer.
 *
 * @param formula how its figures are made, in one line
 */
public record Sheet(String name, List<Field> fields, List<Object[]> rows, Optional<String> formula) {

    public Sheet {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
        for (Object[] row : rows) {
            if (row.length != fields.size()) {
                throw new IllegalArgumentException(
                        "Cannot answer " + name + ": a row has " + row.length + " values, not " + fields.size());
            }
        }
    }

    public static Sheet of(String name, List<Object[]> rows, Field... fields) {
        return new Sheet(name, List.of(fields), rows, Optional.empty());
    }

    public Sheet by(String how) {
        return new Sheet(name, fields, rows, Optional.of(how));
    }
}
