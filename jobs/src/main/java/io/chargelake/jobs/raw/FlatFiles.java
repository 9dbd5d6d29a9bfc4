package io.chargelake.jobs.raw;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of flat files, CSV or Parquet, in the columns of a declared layout. Files of one shape (schema, or delimiter and header) are
 * read together, so that a folder may mix shapes and each row is still read by its own file's header.
 */
public final class FlatFiles {
    private static final String PARSED = "_parsed";
    private static final String TOO_LONG = "_too_long";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** White space and control characters. */
    private static final String INVISIBLE =
            IntStream.rangeClosed(0, ' ').mapToObj(Character::toString).collect(Collectors.joining());

    /** In characters. The parser keeps two arrays of as many places a task; a longer line is no line of a table. */
    private static final int LONGEST_LINE = 200_000;

    /** Where the row came from. */
    public static final String SOURCE_FILE = "_source_file";
    /** The row as received: a struct of the file's own columns. */
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
        var delimited = new LinkedHashMap<List<String>, List<FlatFile.Delimited>>();
        var parquet = new LinkedHashMap<StructType, List<RawFile>>();
        var unreadable = new ArrayList<Unreadable>(GzipCheck.broken(spark, files));
        Set<RawFile> broken = unreadable.stream().map(Unreadable::file).collect(Collectors.toSet());
        for (RawFile file : files) {
            if (broken.contains(file)) {
                continue;
            }
            FlatFile probed = FlatFileProbe.probe(fileSystem(spark, file.path()), file);
            if (probed instanceof FlatFile.Unreadable u) {
                unreadable.add(new Unreadable(file, u.reason(), u.words()));
            } else if (probed instanceof FlatFile.Parquet) {
                parquetSchema(spark, file, layout, renames, unreadable)
                        .ifPresent(schema -> parquet.computeIfAbsent(schema, k -> new ArrayList<>())
                                .add(file));
            } else if (probed instanceof FlatFile.Delimited d) {
                Optional<String> missing = missing(layout, d.header(), renames);
                missing.ifPresent(words -> unreadable.add(new Unreadable(file, "no_header", words)));
                if (missing.isEmpty()) {
                    delimited.computeIfAbsent(shape(d), k -> new ArrayList<>()).add(d);
                }
            }
        }
        if (unreadable.size() == files.size()) {
            Unreadable first = unreadable.get(0);
            throw UserError.input("Cannot read " + first.file().path() + ": " + first.words()
                    + (files.size() > 1 ? " (none of " + files.size() + " files can be read)" : ""));
        }
        var groups = new ArrayList<Dataset<Row>>();
        delimited.values().forEach(group -> groups.add(typed(readDelimited(spark, group), layout, renames, zone)));
        parquet.forEach((schema, group) -> groups.add(typed(
                spark.read()
                        .schema(schema)
                        .parquet(paths(group))
                        .withColumn(SOURCE_FILE, col("_metadata.file_path"))
                        .withColumn(CORRUPT, lit(null).cast("string")),
                layout,
                renames,
                zone)));
        return new Rows(groups, unreadable);
    }

    private static List<String> shape(FlatFile.Delimited file) {
        var shape = new ArrayList<>(file.header());
        shape.add(String.valueOf(file.delimiter()));
        return shape;
    }

    /**
     * Lines are taken as text and parsed by {@code from_csv}, as fast as Spark's own source of CSV, which fails on a line of too many
     * fields. Lines without a visible character are no rows.
     */
    private static Dataset<Row> readDelimited(SparkSession spark, List<FlatFile.Delimited> group) {
        var schema = new StructType();
        for (String name : group.get(0).header()) {
            schema = schema.add(name, "string");
        }
        Object[] headers = group.stream()
                .map(FlatFile.Delimited::headerLine)
                .distinct()
                .flatMap(line -> Stream.of(line, BYTE_ORDER_MARK + line))
                .toArray();
        Column line = col("value");
        Column parsed = from_csv(
                when(length(line).leq(LONGEST_LINE), line),
                schema.add(CORRUPT, "string"),
                options(group.get(0).delimiter()));
        return spark.read()
                .text(paths(group.stream().map(FlatFile.Delimited::file).toList()))
                .where(not(line.isin(headers)).and(ltrim(line, lit(INVISIBLE)).notEqual("")))
                .select(
                        parsed.as(PARSED),
                        when(length(line).gt(LONGEST_LINE), line).as(TOO_LONG),
                        col("_metadata.file_path").as(SOURCE_FILE))
                .select(col(PARSED + ".*"), col(TOO_LONG), col(SOURCE_FILE))
                .withColumn(CORRUPT, coalesce(col(CORRUPT), col(TOO_LONG)))
                .drop(TOO_LONG);
    }

    private static scala.collection.immutable.Map<String, String> options(char delimiter) {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(Map.of(
                "sep",
                String.valueOf(delimiter),
                "escape",
                "\"",
                "mode",
                "PERMISSIVE",
                "maxColumns",
                Integer.toString(LONGEST_LINE + 1),
                "columnNameOfCorruptRecord",
                CORRUPT)));
    }

    private static Dataset<Row> typed(
            Dataset<Row> rows, Table layout, Map<String, String> renames, Optional<ZoneId> zone) {
        String[] own = Arrays.stream(rows.columns())
                .filter(name -> !CORRUPT.equals(name) && !SOURCE_FILE.equals(name))
                .toArray(String[]::new);
        Map<String, String> fileName = Arrays.stream(own)
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
        columns.add(struct(Arrays.stream(own).map(FlatFiles::quoted).toArray(Column[]::new))
                .as(ORIGINAL));
        columns.add(col(CORRUPT));
        columns.add(coalesce(faults.toArray(Column[]::new)).as(TIME_FAULT));
        columns.add(coalesce(unparsed.toArray(Column[]::new)).as(UNPARSED));
        return rows.select(columns.toArray(Column[]::new));
    }

    private static Optional<StructType> parquetSchema(
            SparkSession spark, RawFile file, Table layout, Map<String, String> renames, List<Unreadable> unreadable) {
        StructType schema;
        try {
            schema = spark.read().parquet(Storage.plain(file.path())).schema();
        } catch (RuntimeException e) {
            unreadable.add(new Unreadable(file, FlatFileProbe.UNREADABLE_FILE, "its Parquet footer can't be read"));
            return Optional.empty();
        }
        Optional<String> missing = missing(layout, List.of(schema.fieldNames()), renames);
        missing.ifPresent(words -> unreadable.add(new Unreadable(file, "no_header", words)));
        return missing.isPresent() ? Optional.empty() : Optional.of(schema);
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

    static Column quoted(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    private static String[] paths(List<RawFile> files) {
        return files.stream().map(file -> Storage.plain(file.path())).toArray(String[]::new);
    }

    private static FileSystem fileSystem(SparkSession spark, URI path) {
        try {
            return Storage.of(spark, path).fileSystem(path);
        } catch (IOException e) {
            throw StorageErrors.explain(e, path);
        }
    }

    private FlatFiles() {}
}
