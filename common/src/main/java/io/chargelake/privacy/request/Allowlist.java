package io.chargelake.privacy.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table lets out.
 *
 * @param table its name
 * @param records what its records are called, in the plural
 * @param time column that time labels are made of
 * @param counting of records; none where their number tells that of the contributors
 * @param columns each that somebody decided on, in the order of messages
 */
public record Allowlist(
        String table,
        String records,
        String time,
        Contributors contributors,
        Optional<Counting> counting,
        List<ListedColumn> columns) {

    /** That records may be counted, and how fine. */
    public record Counting(java.math.BigDecimal rounding) {}

    public Allowlist {
        columns = List.copyOf(columns);
        Map<String, ListedColumn> byName = new LinkedHashMap<>();
        for (ListedColumn column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("Cannot list " + table + "." + column.name() + " twice");
            }
        }
        if (!(byName.get(contributors.column()) instanceof Withheld)) {
            throw new IllegalArgumentException(
                    "Cannot list " + table + ": its contributors' " + contributors.column() + " is not withheld");
        }
    }

    public Optional<ListedColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Columns of one kind. */
    public <C extends ListedColumn> List<C> all(Class<C> kind) {
        return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
