package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.FlatShape;
import io.chargelake.jobs.tables.Col;
import io.chargelake.unit.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Files of one shape that hold one kind of rows. {@code theirs} are the file's column names by ours; columns it lacks are left out. */
record Source(FlatShape shape, Kind kind, Map<String, List<String>> theirs) {
    /** Parts the names of columns that make one value together, in a mapping file. */
    private static final String AND = " \\+ ";

    private static final String BETWEEN = "/";

    /** A value of a file as it is stored there. */
    record Stored(Column value, DataType type) {
        boolean isText() {
            return type.equals(DataTypes.StringType);
        }
    }

    /** The shape, had it this kind of rows. */
    static Source of(FlatShape shape, Kind kind, Mapping mapping) {
        Map<String, String> own = shape.columnNames().stream()
                .collect(Collectors.toMap(name -> name.strip().toLowerCase(Locale.ROOT), name -> name));
        Map<String, List<String>> theirs = kind.layout()
                .columnNames()
                .filter(ours -> !find(mapping.theirs(kind, ours), own).isEmpty())
                .collect(Collectors.toMap(ours -> ours, ours -> find(mapping.theirs(kind, ours), own)));
        return new Source(shape, kind, theirs);
    }

    private static List<String> find(String name, Map<String, String> own) {
        String whole = own.get(name.strip().toLowerCase(Locale.ROOT));
        if (whole != null) {
            return List.of(whole);
        }
        List<String> parts = Arrays.stream(name.split(AND, -1))
                .map(part -> own.getOrDefault(part.strip().toLowerCase(Locale.ROOT), ""))
                .toList();
        return parts.contains("") ? List.of() : parts;
    }

    /** Columns of the files that are none of ours. */
    List<String> unknown() {
        List<String> known = theirs.values().stream().flatMap(List::stream).toList();
        return shape.columnNames().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    /** Whether the files have a column of this quantity. */
    boolean has(Quantity quantity) {
        return kind.layout().columns().stream()
                .filter(ours -> theirs.containsKey(ours.name()))
                .anyMatch(ours -> kind.quantity(ours).filter(quantity::equals).isPresent());
    }

    Optional<Stored> stored(Col ours) {
        List<String> names = theirs.getOrDefault(ours.name(), List.of());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (names.size() > 1) {
            return Optional.of(new Stored(joined(names), DataTypes.StringType));
        }
        return Optional.of(new Stored(
                FlatFiles.quoted(names.get(0)),
                shape.columns().apply(names.get(0)).dataType()));
    }

    /** Null where the first is empty: the others only tell apart what it names. */
    private static Column joined(List<String> names) {
        Column first = text(names.get(0));
        Column rest = names.stream()
                .skip(1)
                .map(name -> concat(lit(BETWEEN), coalesce(text(name), lit(""))))
                .reduce((a, b) -> concat(a, b))
                .orElseThrow();
        return when(first.isNotNull().and(not(trim(first).equalTo(""))), concat(first, rest));
    }

    private static Column text(String name) {
        return FlatFiles.quoted(name).cast(DataTypes.StringType);
    }
}
