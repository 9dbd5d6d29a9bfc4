package io.chargelake.jobs.extract;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import io.chargelake.privacy.request.Allowlist;
import io.chargelake.privacy.request.ListedColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that extracts are made of, its attributes, and what of all that may leave.
 *
 * @param only the records that count, where the table holds some thing twice
 */
record Source(Table table, Optional<Only> only, List<Attributes> attributes, Allowlist allowlist) {

    /** Records in which a column has this value. */
    record Only(Col column, String value) {}

    Source {
        attributes = List.copyOf(attributes);
        Set<String> listed =
                allowlist.columns().stream().map(ListedColumn::name).collect(Collectors.toSet());
        Set<String> there = columns(table, attributes).map(Col::name).collect(Collectors.toSet());
        if (!listed.equals(there)) {
            throw new IllegalArgumentException("Cannot make extracts of " + table.name()
                    + ": list every column, be it as withheld (listed: " + listed + ", there: " + there + ")");
        }
    }

    /** The day is none of them: it is a label of the time. */
    private static Stream<Col> columns(Table table, List<Attributes> attributes) {
        return Stream.concat(
                table.columns().stream().filter(col -> !col.equals(Table.DAY)),
                attributes.stream().flatMap(joined -> joined.columns().stream()));
    }
}
