package io.chargelake.jobs.raw;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Rows of flat files, CSV or Parquet, in the columns of a declared layout. A folder may mix shapes: each row is read by its own
 * file's header.
 */
public final class FlatFiles {
    /** Where the row came from. */
    public static final String SOURCE_FILE = "_source_file";
    /** The row as received, see {@link Received}. */
    public static final String ORIGINAL = "_original";
    /** The line itself, where it does not have the header's number of fields. */
    public static final String CORRUPT = "_corrupt_record";

    /** Why a local time is in doubt, a word of {@link io.chargelake.jobs.columns.LocalTime}; null where none is. */
    public static final String TIME_FAULT = "_time_fault";
    /** The first column with a value that is not of its type. */
    public static final String UNPARSED = "_unparsed";

    /**
     * @param groups rows by shape: the layout's columns, typed where they could be parsed and null where not, then
     *     {@link #SOURCE_FILE}, {@link #ORIGINAL}, {@link #CORRUPT}, {@link #TIME_FAULT} and
     *     {@link #UNPARSED}
     * @param unreadable files no row could be taken from
     */
    public record Rows(List<Dataset<Row>> groups, List<Unreadable> unreadable) {}

    /** A file as a whole in quarantine. */
    public record Unreadable(RawFile file, String reason, String words) implements Serializable {}

    /** Times without an offset are UTC. */
    public static Rows read(SparkSession spark, List<RawFile> files, Table layout, Map<String, String> renames) {
        return read(spark, files, layout, renames, Optional.empty());
    }

    /**
     * @param renames the layout's column name, by the name the files use
     * @param zone of times that name no offset; UTC where empty
     */
    public static Rows read(
            SparkSession spark, List<RawFile> files, Table layout, Map<String, String> renames, Optional<ZoneId> zone) {
        FlatShapes found = FlatShapes.find(spark, files);
        var unreadable = new ArrayList<Unreadable>(found.unreadable());
        var groups = new ArrayList<Dataset<Row>>();
        for (FlatShape shape : found.shapes()) {
            Optional<String> missing = missing(layout, shape.columnNames(), renames);
            missing.ifPresent(words ->
                    shape.files().forEach(file -> unreadable.add(new Unreadable(file, FlatShapes.NO_HEADER, words))));
            if (missing.isEmpty()) {
                groups.add(typed(shape.asReceived(), layout, renames, zone));
            }
        }
        requireReadable(files, unreadable);
        return new Rows(groups, unreadable);
    }

    /** @throws UserError when no row can be taken from any file */
    public static void requireReadable(List<RawFile> files, List<Unreadable> unreadable) {
        if (unreadable.size() == files.size()) {
            Unreadable first = unreadable.get(0);
            throw UserError.input("Cannot read " + first.file().path() + ": " + first.words()
                    + (files.size() > 1 ? " (none of " + files.size() + " files can be read)" : ""));
        }
    }

    private static Dataset<Row> typed(
            Dataset<Row> rows, Table layout, Map<String, String> renames, Optional<ZoneId> zone) {
        Map<String, String> fileName = Received.columnNames(rows).stream()
                .collect(Collectors.toMap(
                        name -> renames.getOrDefault(name, name), name -> name, (first, second) -> first));
        var columns = new ArrayList<Column>();
        var faults = new ArrayList<Column>(List.of(lit(null).cast("string")));
        var unparsed = new ArrayList<Column>(List.of(lit(null).cast("string")));
        for (Col declared : layout.columns()) {
            String name = fileName.get(declared.name());
            columns.add((name == null
                            ? lit(null).cast(declared.type())
                            : Parse.as(declared, rows.schema().apply(name), zone))
                    .as(declared.name()));
            if (name != null) {
                faults.add(Parse.fault(declared, rows.schema().apply(name), zone));
                unparsed.add(Parse.unparsed(declared, rows.schema().apply(name)));
            }
        }
        columns.add(col(SOURCE_FILE));
        columns.add(col(ORIGINAL));
        columns.add(col(CORRUPT));
        columns.add(coalesce(faults.toArray(Column[]::new)).as(TIME_FAULT));
        columns.add(coalesce(unparsed.toArray(Column[]::new)).as(UNPARSED));
        return rows.select(columns.toArray(Column[]::new));
    }

    private static Optional<String> missing(Table layout, List<String> header, Map<String, String> renames) {
        List<String> names =
                header.stream().map(name -> renames.getOrDefault(name, name)).toList();
        return layout.columns().stream()
                .filter(Col::isRequired)
                .map(Col::name)
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(name -> "it has no column " + name + " (its columns: " + String.join(", ", header)
                        + "; add a header line, or rename by --columns theirs=" + name + ")");
    }

    /** A column of a file, whatever signs its name holds. */
    public static Column quoted(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    private FlatFiles() {}
}
