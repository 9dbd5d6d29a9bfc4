package io.chargelake.jobs.status.document;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.chargelake.jobs.columns.MasterJson;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/** A delivery of raw documents: parsed once, then kept until it is closed. */
public final class Documents implements AutoCloseable {
    /** A task's share of compressed or plain bytes: a day's polls are a handful of tasks, a year's some thousands. */
    private static final long BYTES_A_TASK = 16L << 20;

    private final Dataset<Row> rows;

    private Documents(Dataset<Row> rows) {
        this.rows = rows;
    }

    /** @param zone of times that name no offset, in documents and names of files */
    public static Documents read(SparkSession spark, List<RawFile> files, SourceFormat format, ZoneId zone) {
        var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var rows = context.parallelize(files, tasks(files, context.defaultParallelism()))
                .mapPartitions(new DocumentTask(format, zone, hadoop));
        return new Documents(spark.createDataFrame(rows, DocumentRows.SCHEMA).persist(StorageLevel.MEMORY_AND_DISK()));
    }

    /** Statuses, and what was refused, in the form of flat polls. */
    public FlatFiles.Rows polls() {
        Column[] layout = FlatPolls.TABLE.columns().stream().map(Col::col).toArray(Column[]::new);
        return new FlatFiles.Rows(
                List.of(rows.where(col(DocumentRows.KIND).equalTo(DocumentRows.POLL))
                        .select(Stream.concat(
                                        Stream.of(layout),
                                        Stream.of(
                                                col(FlatFiles.SOURCE_FILE),
                                                struct(layout).as(FlatFiles.ORIGINAL),
                                                col(FlatFiles.CORRUPT),
                                                lit(null).cast("string").as(FlatFiles.TIME_FAULT),
                                                col(DocumentRows.REFUSED)))
                                .toArray(Column[]::new))),
                List.of());
    }

    /** Master data, its attributes written as {@link MasterJson} writes them. */
    public Dataset<Row> seen() {
        return Tables.MASTER.stream().map(this::seen).reduce(Dataset::union).orElseThrow();
    }

    private Dataset<Row> seen(Table dimension) {
        return rows.where(DimensionSeen.DIMENSION.col().equalTo(dimension.name()))
                .select(
                        DimensionSeen.DIMENSION.col(),
                        DimensionSeen.KEY.col(),
                        to_json(from_json(DimensionSeen.ATTRIBUTES.col(), MasterJson.schema(dimension)))
                                .as(DimensionSeen.ATTRIBUTES.name()),
                        DimensionSeen.FIRST_SEEN.col(),
                        DimensionSeen.LAST_SEEN.col());
    }

    /** Warnings of the parser. */
    public List<Finding> notes() {
        return rows
                .where(col(DocumentRows.KIND).equalTo(DocumentRows.NOTE))
                .groupBy(col(DocumentRows.NOTE_CODE))
                .agg(countDistinct(col(DocumentRows.NOTE_DETAIL)))
                .orderBy(col(DocumentRows.NOTE_CODE))
                .collectAsList()
                .stream()
                .map(row -> new Finding(
                        row.getString(0),
                        DocumentRules.text(row.getString(0)).severity().code(),
                        row.getLong(1)))
                .toList();
    }

    private static int tasks(List<RawFile> files, int parallelism) {
        long bytes = files.stream().mapToLong(RawFile::size).sum();
        return (int) Math.min(files.size(), Math.max(parallelism, 1 + bytes / BYTES_A_TASK));
    }

    @Override
    public void close() {
        rows.unpersist();
    }
}
