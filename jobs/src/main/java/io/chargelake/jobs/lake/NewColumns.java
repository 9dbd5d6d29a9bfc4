package io.chargelake.jobs.lake;

import io.chargelake.jobs.tables.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A newer Chargelake may declare more columns than a table was made with; they are added before the next write. */
final class NewColumns {

    /** The end of an ALTER TABLE; nothing when all declared columns are stored. */
    static Optional<String> ddl(Table table, Dataset<Row> stored) {
        List<String> known = List.of(stored.columns());
        String missing = table.columns().stream()
                .filter(col -> !known.contains(col.name()))
                .map(col -> col.name() + " " + col.type().sql())
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty() : Optional.of(" ADD COLUMNS (" + missing + ")");
    }

    private NewColumns() {}
}
