package io.chargelake.jobs.lake;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How rows are laid out before they are written: by day, within it in the table's order. */
final class Layout {

    /**
     * The declared columns, sorted within files. Rows of a day come together by a 'rebalance', which splits a day that is too large
     * for one file and joins those that are too small.
     */
    static Dataset<Row> of(Table table, Dataset<Row> rows) {
        Dataset<Row> conformed = Conform.to(table, rows);
        Column[] order = Stream.concat(
                        table.isByDay() ? Stream.of(Table.DAY) : Stream.empty(),
                        table.clusterBy().isEmpty() ? table.keys().stream() : table.clusterBy().stream())
                .map(Col::col)
                .toArray(Column[]::new);
        Dataset<Row> together = table.isByDay() ? conformed.hint("rebalance", Table.DAY.col()) : conformed.coalesce(1);
        return order.length == 0 ? together : together.sortWithinPartitions(order);
    }

    static String daysPredicate(Collection<LocalDate> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Cannot replace days: none given");
        }
        return days.stream()
                .sorted()
                .map(day -> "DATE'" + day + "'")
                .collect(Collectors.joining(", ", Table.DAY.name() + " IN (", ")"));
    }

    private Layout() {}
}
