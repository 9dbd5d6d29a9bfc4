package io.chargelake.jobs.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table, declared once. {@code dayOf} names the time column whose UTC day the rows are laid out by: the day itself is the last
 * column, {@link #DAY}, which readers prune by and writers replace by. {@code clusterBy} is the order of rows within a day.
 */
public record Table(
        String name,
        Layer layer,
        String meaning,
        List<Col> columns,
        List<Col> keys,
        Optional<Col> dayOf,
        List<Col> clusterBy) {

    /** UTC day of {@code dayOf}; the partition of every table that is laid out by days. */
    public static final Col DAY = Col.date("day").required().means("UTC day the row is laid out by");

    public Table {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        clusterBy = List.copyOf(clusterBy);
        long distinct = columns.stream().map(Col::name).distinct().count();
        if (distinct != columns.size()) {
            throw new IllegalArgumentException("Cannot declare table " + name + ": a column is there twice");
        }
        requireOwn(name, columns, keys);
        requireOwn(name, columns, clusterBy);
        requireOwn(name, columns, dayOf.map(List::of).orElse(List.of()));
    }

    private static void requireOwn(String table, List<Col> columns, List<Col> used) {
        for (Col col : used) {
            if (!columns.contains(col)) {
                throw new IllegalArgumentException(
                        "Cannot declare table " + table + ": '" + col.name() + "' is none of its columns");
            }
        }
    }

    public static Table of(String name, Layer layer, String meaning, Col... columns) {
        return new Table(name, layer, meaning, List.of(columns), List.of(), Optional.empty(), List.of());
    }

    public Table key(Col... cols) {
        return new Table(name, layer, meaning, columns, List.of(cols), dayOf, clusterBy);
    }

    /** Lays the rows out by the UTC day of {@code time}. */
    public Table byDayOf(Col time) {
        return new Table(name, layer, meaning, append(columns, DAY), keys, Optional.of(time), clusterBy);
    }

    public Table clusterBy(Col... cols) {
        return new Table(name, layer, meaning, columns, keys, dayOf, List.of(cols));
    }

    public StructType schema() {
        return new StructType(columns.stream().map(Col::field).toArray(StructField[]::new));
    }

    public Stream<String> columnNames() {
        return columns.stream().map(Col::name);
    }

    public List<String> keyNames() {
        return keys.stream().map(Col::name).toList();
    }

    public Optional<Col> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    public boolean isByDay() {
        return dayOf.isPresent();
    }

    /** The day a row belongs to, from its time column. */
    public Column day() {
        return functions.to_date(dayOf.orElseThrow().col()).as(DAY.name());
    }

    private static List<Col> append(List<Col> columns, Col last) {
        var all = new ArrayList<>(columns);
        all.add(last);
        return all;
    }
}
