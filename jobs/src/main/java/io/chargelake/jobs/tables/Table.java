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
 * {@code personalRows} are about single vehicles in a table of which the others are not.
 */
public record Table(
        String name,
        Layer layer,
        String meaning,
        List<Col> columns,
        List<Col> keys,
        Optional<Col> dayOf,
        List<Col> clusterBy,
        Optional<PersonalRows> personalRows) {

    /** UTC day of {@code dayOf}; the partition of every table that is laid out by days. */
    public static final Col DAY = Col.date("day").required().means("UTC day the row is laid out by");

    /** What the columns are called that place a row on the map, in degrees of WGS 84. */
    public static final String LATITUDE = "latitude";

    public static final String LONGITUDE = "longitude";

    /** The rows with this value. */
    public record PersonalRows(Col column, String value) {
        public Column are() {
            return column.col().equalTo(value);
        }
    }

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
        requireOwn(
                name,
                columns,
                personalRows.map(PersonalRows::column).map(List::of).orElse(List.of()));
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
        return new Table(
                name, layer, meaning, List.of(columns), List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    public Table key(Col... cols) {
        return new Table(name, layer, meaning, columns, List.of(cols), dayOf, clusterBy, personalRows);
    }

    /** Lays the rows out by the UTC day of {@code time}. */
    public Table byDayOf(Col time) {
        return new Table(name, layer, meaning, append(columns, DAY), keys, Optional.of(time), clusterBy, personalRows);
    }

    public Table clusterBy(Col... cols) {
        return new Table(name, layer, meaning, columns, keys, dayOf, List.of(cols), personalRows);
    }

    /** Says which rows tell of single vehicles, where no column says it of all. */
    public Table personalWhere(Col column, String value) {
        return new Table(
                name, layer, meaning, columns, keys, dayOf, clusterBy, Optional.of(new PersonalRows(column, value)));
    }

    /** Whether each row tells of a single vehicle. */
    public boolean isPersonal() {
        return columns.stream().anyMatch(Col::isPersonal);
    }

    /** Whether its rows stand at a place on the map. */
    public boolean hasPlaces() {
        return column(LATITUDE).isPresent() && column(LONGITUDE).isPresent();
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
