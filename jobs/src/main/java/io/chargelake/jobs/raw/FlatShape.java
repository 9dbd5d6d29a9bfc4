package io.chargelake.jobs.raw;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.chargelake.jobs.lake.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Flat files of one schema, or of one delimiter and header: they are read together. */
public final class FlatShape {
    private static final String PARSED = "_parsed";
    private static final String TOO_LONG = "_too_long";
    private static final String LINE = "value";
    private static final String PATH = "_metadata.file_path";
    private static final String SIZE = "_metadata.file_size";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** White space and control characters. */
    private static final String INVISIBLE =
            IntStream.rangeClosed(0, ' ').mapToObj(Character::toString).collect(Collectors.joining());

    /** In bytes, which need not be counted. The parser keeps two arrays of as many places a task; a longer line is no line of a table. */
    static final int LONGEST_LINE = 200_000;

    private static final long SAMPLE_BYTES = 1L << 18;

    private final List<RawFile> files;
    private final StructType columns;
    private final Column hash;
    private final Reader reader;

    /** Reads what a filter of Spark's source leaves. */
    private interface Reader {
        Dataset<Row> read(UnaryOperator<Dataset<Row>> filter);
    }

    /** @param hash of a row as the source has it */
    private FlatShape(List<RawFile> files, StructType columns, Column hash, Reader reader) {
        this.files = files;
        this.columns = columns;
        this.hash = hash;
        this.reader = reader;
    }

    static FlatShape delimited(SparkSession spark, List<FlatFile.Delimited> group) {
        StructType schema = new StructType();
        for (String name : group.get(0).header()) {
            schema = schema.add(name, "string");
        }
        StructType own = schema;
        List<RawFile> files = group.stream().map(FlatFile.Delimited::file).toList();
        return new FlatShape(
                files,
                own,
                xxhash64(col(LINE)),
                filter -> parsed(filter.apply(spark.read().text(paths(files))), group, own));
    }

    static FlatShape parquet(SparkSession spark, StructType schema, List<RawFile> files) {
        Column[] own = Arrays.stream(schema.fieldNames()).map(FlatFiles::quoted).toArray(Column[]::new);
        return new FlatShape(files, schema, xxhash64(own), filter -> filter.apply(
                        spark.read().schema(schema).parquet(paths(files)))
                .withColumn(FlatFiles.SOURCE_FILE, col(PATH))
                .withColumn(FlatFiles.CORRUPT, lit(null).cast("string"))
                .withColumn(FlatFiles.ORIGINAL, struct(own)));
    }

    public List<RawFile> files() {
        return files;
    }

    /** The files' own columns, as they name and type them. */
    public StructType columns() {
        return columns;
    }

    public List<String> columnNames() {
        return List.of(columns.fieldNames());
    }

    /** The files' own columns, then {@link FlatFiles#SOURCE_FILE} and {@link FlatFiles#CORRUPT}. */
    public Dataset<Row> rows() {
        return asReceived().drop(FlatFiles.ORIGINAL);
    }

    /** The same, then {@link FlatFiles#ORIGINAL}. */
    public Dataset<Row> asReceived() {
        return reader.read(UnaryOperator.identity());
    }

    /** The same of about a quarter of a megabyte of each file, drawn from all of it; small files are there as a whole. */
    public Dataset<Row> sample() {
        Column oneIn = ceil(col(SIZE).divide(SAMPLE_BYTES));
        return reader.read(rows -> rows.where(pmod(hash, oneIn).equalTo(0))).drop(FlatFiles.ORIGINAL);
    }

    /**
     * Lines are taken as text and parsed by {@code from_csv}, as fast as Spark's own source of CSV, which fails on a line of too many
     * fields. Lines without a visible character are no rows.
     */
    private static Dataset<Row> parsed(Dataset<Row> lines, List<FlatFile.Delimited> group, StructType schema) {
        Object[] headers = group.stream()
                .map(FlatFile.Delimited::headerLine)
                .distinct()
                .flatMap(line -> Stream.of(line, BYTE_ORDER_MARK + line))
                .toArray();
        Column line = col(LINE);
        Received.Lines form = new Received.Lines(schema, group.get(0).delimiter());
        return lines.where(
                        not(line.isin(headers)).and(ltrim(line, lit(INVISIBLE)).notEqual("")))
                .select(
                        form.parsed(when(octet_length(line).leq(LONGEST_LINE), line))
                                .as(PARSED),
                        when(octet_length(line).gt(LONGEST_LINE), line).as(TOO_LONG),
                        col(PATH).as(FlatFiles.SOURCE_FILE),
                        form.kept(line))
                .select(col(PARSED + ".*"), col(TOO_LONG), col(FlatFiles.SOURCE_FILE), col(FlatFiles.ORIGINAL))
                .withColumn(FlatFiles.CORRUPT, coalesce(col(FlatFiles.CORRUPT), col(TOO_LONG)))
                .drop(TOO_LONG);
    }

    private static String[] paths(List<RawFile> files) {
        return files.stream().map(file -> Storage.plain(file.path())).toArray(String[]::new);
    }
}
