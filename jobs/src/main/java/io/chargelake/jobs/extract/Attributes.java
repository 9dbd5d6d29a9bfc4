package io.chargelake.jobs.extract;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.util.List;

/**
 * Columns that a record gets from the table of the thing it is of. A record whose thing is not known keeps its row, with nothing in them.
 *
 * @param on column of the record, or of attributes joined before
 * @param key the column of {@code table} that it equals
 */
record Attributes(Table table, Col on, Col key) {
    Attributes {
        if (!table.keys().equals(List.of(key))) {
            throw new IllegalArgumentException("Cannot join " + table.name() + " by " + key.name()
                    + ": it is not the key, so that records would be doubled");
        }
    }

    /** All but the key, which the record has already. */
    List<Col> columns() {
        return table.columns().stream().filter(col -> !col.equals(key)).toList();
    }
}
