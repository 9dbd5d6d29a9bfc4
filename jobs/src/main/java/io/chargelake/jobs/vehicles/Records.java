package io.chargelake.jobs.vehicles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.Observed;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Drives or charges, one row an id. A day that a delivery touches is made anew from the rows it has and those that came; among rows of
 * one id the choice depends on their values alone. So late, repeated and reordered deliveries end in the same tables.
 */
final class Records {
    /** How many rows of this delivery a record stands for; 0 for one that the lake already had. */
    private static final String DELIVERED = "_delivered";

    private static final String FILLED = "_filled";
    private static final String BEST = "_best";
    private static final String CONFLICT = "_conflict";

    /** What became of a delivery's rows. */
    record Written(Set<LocalDate> days, long accepted, long delivered, long conflicts) {
        long deduplicated() {
            return delivered - accepted;
        }
    }

    /** @param accepted rows in the table's columns, among others */
    static Written write(Run run, Table table, Dataset<Row> accepted) {
        Set<LocalDate> days = days(accepted.select(to_date(Drive.START_TIME.col())));
        if (days.isEmpty()) {
            return new Written(days, 0, 0, 0);
        }
        Dataset<Row> delivered = accepted.select(columns(table, lit(1L)));
        days.addAll(daysElsewhere(run, table, delivered, days));
        Dataset<Row> stored = run.lake()
                .read(table)
                .where(Table.DAY.col().isin(days.toArray()))
                .select(columns(table, lit(0L)));
        Observation observation = new Observation();
        run.replaceDays(table, days, observed(distinct(table, delivered.unionByName(stored)), observation));
        Map<String, Object> counts = Observed.of(observation);
        return new Written(days, number(counts, "accepted"), number(counts, "delivered"), number(counts, "conflicts"));
    }

    /** A record that came again with another start may be stored on another day. Reads the ids of the other days, nothing else. */
    private static Set<LocalDate> daysElsewhere(Run run, Table table, Dataset<Row> delivered, Set<LocalDate> days) {
        if (!run.lake().has(table)) {
            return Set.of();
        }
        String id = table.keyNames().get(0);
        return days(run.lake()
                .read(table)
                .where(not(Table.DAY.col().isin(days.toArray())))
                .select(col(id), Table.DAY.col())
                .join(delivered.select(col(id)), id, "left_semi")
                .select(Table.DAY.col()));
    }

    private static Set<LocalDate> days(Dataset<Row> days) {
        var found = new TreeSet<LocalDate>();
        days.distinct().collectAsList().forEach(row -> found.add(row.getLocalDate(0)));
        return found;
    }

    private static Column[] columns(Table table, Column delivered) {
        return Stream.concat(own(table).stream().map(Col::col), Stream.of(delivered.as(DELIVERED)))
                .toArray(Column[]::new);
    }

    /** One row an id: the one with most values, then the greatest. */
    static Dataset<Row> distinct(Table table, Dataset<Row> rows) {
        Column id = table.keys().get(0).col();
        Column[] values = own(table).stream()
                .filter(column -> !table.keys().contains(column))
                .map(Col::col)
                .toArray(Column[]::new);
        Column filled = Arrays.stream(values)
                .map(value -> when(value.isNotNull(), 1).otherwise(0))
                .reduce(Column::plus)
                .orElseThrow();
        Column content = struct(Stream.concat(Stream.of(filled.as(FILLED)), Arrays.stream(values))
                .toArray(Column[]::new));
        Column[] chosen = own(table).stream()
                .map(column -> table.keys().contains(column)
                        ? column.col()
                        : col(BEST).getField(column.name()).as(column.name()))
                .toArray(Column[]::new);
        return rows.groupBy(id)
                .agg(
                        max(content).as(BEST),
                        sum(col(DELIVERED)).as(DELIVERED),
                        max(content).notEqual(min(content)).as(CONFLICT))
                .select(Stream.concat(Arrays.stream(chosen), Stream.of(col(DELIVERED), col(CONFLICT)))
                        .toArray(Column[]::new));
    }

    /** The same of rows that nobody counts. */
    static Dataset<Row> one(Table table, Dataset<Row> rows) {
        return distinct(table, rows.withColumn(DELIVERED, lit(0L))).drop(DELIVERED, CONFLICT);
    }

    private static Dataset<Row> observed(Dataset<Row> distinct, Observation observation) {
        return distinct.observe(
                observation,
                sum(when(col(DELIVERED).gt(0), 1L).otherwise(0L)).as("accepted"),
                sum(col(DELIVERED)).as("delivered"),
                sum(when(col(CONFLICT).and(col(DELIVERED).gt(0)), 1L).otherwise(0L))
                        .as("conflicts"));
    }

    private static List<Col> own(Table table) {
        return table.columns().stream()
                .filter(column -> !column.equals(Table.DAY))
                .toList();
    }

    private static long number(Map<String, Object> counts, String name) {
        return counts.get(name) instanceof Number n ? n.longValue() : 0;
    }

    private Records() {}
}
