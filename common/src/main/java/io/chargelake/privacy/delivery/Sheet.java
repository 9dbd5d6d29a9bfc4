package io.chargelake.privacy.delivery;

import io.chargelake.privacy.request.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is delivered, in one order whatever order it came in.
 *
 * <p>A withheld figure is an empty value, and {@link #WITHHELD} says that the row has one. Whether it was too small a cell, one that a single contributor
 * dominates, or one that only protects another, looks the same: the difference would tell of the cell.
 */
public record Sheet(Product product, List<Field> keys, List<Field> figures, List<SheetRow> rows) {
    /** The last column of anonymous extracts. */
    public static final String WITHHELD = "withheld";

    private static final int SHARE_DIGITS = 4;

    public Sheet {
        keys = List.copyOf(keys);
        figures = List.copyOf(figures);
        requireNames(
                Stream.concat(keys.stream(), figures.stream()).map(Field::name).toList());
        for (SheetRow row : rows) {
            requireTypes(keys, row.keys());
            requireTypes(figures, row.figures());
        }
        rows = rows.stream().sorted(order()).toList();
        if (product == Product.ANONYMOUS) {
            requireOnce(rows);
        }
    }

    private static void requireNames(List<String> names) {
        if (names.contains(WITHHELD) || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    "Cannot deliver columns " + names + ": each has a name of its own, other than " + WITHHELD);
        }
    }

    private static void requireTypes(List<Field> fields, List<Value> values) {
        boolean fit = fields.size() == values.size()
                && IntStream.range(0, fields.size())
                        .allMatch(i -> fields.get(i).type().accepts(values.get(i)));
        if (!fit) {
            // without the values, which may be withheld ones
            throw new IllegalArgumentException("Cannot deliver a row: its " + values.size()
                    + " values do not fit the columns "
                    + fields.stream().map(Field::name).toList());
        }
    }

    private static void requireOnce(List<SheetRow> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).keys().equals(sorted.get(i - 1).keys())) {
                throw new IllegalArgumentException(
                        "Cannot deliver figures: one cell has two rows, whose difference could tell of somebody");
            }
        }
    }

    private static Comparator<SheetRow> order() {
        return Comparator.<SheetRow, List<Value>>comparing(SheetRow::keys, Sheet::compare)
                .thenComparing(SheetRow::figures, Sheet::compare);
    }

    private static int compare(List<Value> one, List<Value> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The names of all columns, as they are written. */
    public List<String> header() {
        var names = new ArrayList<String>();
        keys.forEach(field -> names.add(field.name()));
        figures.forEach(field -> names.add(field.name()));
        if (tellsWithheld()) {
            names.add(WITHHELD);
        }
        return names;
    }

    boolean tellsWithheld() {
        return product == Product.ANONYMOUS;
    }

    /** Of all figures. */
    public BigDecimal withheldShare() {
        long all = (long) rows.size() * figures.size();
        long withheld = rows.stream()
                .flatMap(row -> row.figures().stream())
                .filter(Value::isEmpty)
                .count();
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(withheld)
                        .divide(BigDecimal.valueOf(all), SHARE_DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }
}
