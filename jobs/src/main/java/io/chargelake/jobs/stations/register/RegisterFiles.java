package io.chargelake.jobs.stations.register;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.jobs.raw.FlatShape;
import io.chargelake.jobs.raw.FlatShapes;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/** What a delivery of a register holds, parsed once and kept until it is closed. */
public final class RegisterFiles implements AutoCloseable {
    private static final String PARQUET = ".parquet";

    private final Dataset<Row> rows;
    private final List<Unreadable> unreadable;

    private RegisterFiles(Dataset<Row> rows, List<Unreadable> unreadable) {
        this.rows = rows;
        this.unreadable = unreadable;
    }

    public static RegisterFiles read(SparkSession spark, List<RawFile> files, RegisterFormat format) {
        Map<Boolean, List<RawFile>> parts =
                files.stream().collect(Collectors.partitioningBy(file -> isParquet(file, format)));
        var unreadable = new ArrayList<Unreadable>();
        Dataset<Row> rows = text(spark, parts.get(false), format);
        for (Dataset<Row> more : parquet(spark, parts.get(true), unreadable)) {
            rows = rows.union(more);
        }
        Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
        unreadable.addAll(unreadable(kept, files));
        FlatFiles.requireReadable(files, unreadable);
        return new RegisterFiles(kept, unreadable);
    }

    /** Of rows that are made otherwise than from files. */
    static RegisterFiles of(Dataset<Row> rows) {
        return new RegisterFiles(rows.persist(StorageLevel.MEMORY_AND_DISK()), List.of());
    }

    private static boolean isParquet(RawFile file, RegisterFormat format) {
        return format == RegisterFormat.FLAT
                && file.name().toLowerCase(Locale.ROOT).endsWith(PARQUET);
    }

    private static Dataset<Row> text(SparkSession spark, List<RawFile> files, RegisterFormat format) {
        var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return spark.createDataFrame(
                context.parallelize(files, Math.max(1, files.size())).mapPartitions(new RegisterTask(format, hadoop)),
                RegisterRows.SCHEMA);
    }

    private static List<Dataset<Row>> parquet(SparkSession spark, List<RawFile> files, List<Unreadable> unreadable) {
        if (files.isEmpty()) {
            return List.of();
        }
        FlatShapes found = FlatShapes.find(spark, files);
        unreadable.addAll(found.unreadable());
        var read = new ArrayList<Dataset<Row>>();
        for (FlatShape shape : found.shapes()) {
            List<String> names = shape.columnNames().stream().map(Fields::key).toList();
            Optional<String> missing = new FlatRows()
                    .required().stream().filter(name -> !names.contains(name)).findFirst();
            if (missing.isEmpty()) {
                read.add(shape.rows().mapPartitions(new ParquetTask(), Encoders.row(RegisterRows.SCHEMA)));
            } else {
                String words = "it has no column " + missing.get() + " (its columns: "
                        + String.join(", ", shape.columnNames()) + ")";
                shape.files().forEach(file -> unreadable.add(new Unreadable(file, Doubt.NO_HEADER.code(), words)));
            }
        }
        return read;
    }

    private static List<Unreadable> unreadable(Dataset<Row> rows, List<RawFile> files) {
        Map<String, RawFile> byPath =
                files.stream().collect(Collectors.toMap(file -> file.path().toString(), Function.identity()));
        return rows
                .where(col(RegisterRows.KIND).equalTo(RegisterRows.FILE))
                .select(col(FlatFiles.SOURCE_FILE), col(RegisterRows.DOUBTS).getItem(0), col(RegisterRows.DETAIL))
                .orderBy(col(FlatFiles.SOURCE_FILE))
                .collectAsList()
                .stream()
                .map(row -> new Unreadable(byPath.get(row.getString(0)), row.getString(1), row.getString(2)))
                .toList();
    }

    /** Stations, or points of them, and what was refused; those that name no source are of {@code source}. */
    public FlatFiles.Rows stations(String source) {
        Column[] columns = Stream.concat(
                        StationRegister.TABLE.columns().stream()
                                .map(column -> column.equals(StationRegister.SOURCE)
                                        ? coalesce(column.col(), lit(source)).as(column.name())
                                        : column.col()),
                        Stream.of(
                                col(RegisterRows.POINT),
                                col(RegisterRows.CHANGED),
                                col(RegisterRows.DOUBTS),
                                col(FlatFiles.SOURCE_FILE),
                                col(FlatFiles.CORRUPT),
                                // what is quarantined is the row as received, which stands in the column before
                                struct(lit(null).cast("string").as(FlatFiles.CORRUPT))
                                        .as(FlatFiles.ORIGINAL)))
                .toArray(Column[]::new);
        return new FlatFiles.Rows(
                List.of(rows.where(col(RegisterRows.KIND).equalTo(RegisterRows.STATION))
                        .select(columns)),
                unreadable);
    }

    /** Warnings that are no station's: of those with a detail each is told once, others are counted. */
    public List<Finding> notes() {
        Map<String, Long> counts = new TreeMap<>();
        Column code = col(RegisterRows.DOUBTS).getItem(0);
        rows.where(col(RegisterRows.KIND).equalTo(RegisterRows.NOTE))
                .groupBy(code, col(RegisterRows.DETAIL))
                .sum(RegisterRows.COUNT)
                .collectAsList()
                .forEach(row -> counts.merge(row.getString(0), row.isNullAt(1) ? row.getLong(2) : 1L, Long::sum));
        return counts.entrySet().stream()
                .map(e -> new Finding(
                        e.getKey(),
                        Doubt.valueOf(e.getKey().toUpperCase(Locale.ROOT))
                                .severity()
                                .code(),
                        e.getValue()))
                .toList();
    }

    @Override
    public void close() {
        rows.unpersist();
    }
}
