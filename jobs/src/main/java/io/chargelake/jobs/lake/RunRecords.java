package io.chargelake.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The records of all runs as a table: the files are the table. */
public final class RunRecords {
    public static final String TABLE = "_runs";

    private static final StructType SCHEMA = StructType.fromDDL(
            "job string, run_id string, started timestamp, ended timestamp, status string, arguments map<string,string>, code_version string, "
                    + "inputs array<struct<path:string,version:string,rows:bigint>>, "
                    + "outputs array<struct<table:string,version:string,rows:bigint>>, "
                    + "read bigint, accepted bigint, quarantined bigint, deduplicated bigint, "
                    + "findings array<struct<code:string,severity:string,count:bigint>>, tzdata string, "
                    + "spark_metrics struct<shuffle_bytes:bigint,peak_memory_bytes:bigint>");

    public static Dataset<Row> read(Run run) {
        String files = Storage.plain(Storage.child(run.context().lakeRoot(), RunRecord.FOLDER + "/*/*.json"));
        return run.spark().read().schema(SCHEMA).json(files);
    }

    /** A version of a table, and when the run ended that left it. */
    public record Left(String version, Instant ended) {}

    /**
     * The versions that belong together, by the tables' names: those that the last good runs left behind. What a run that goes on or
     * failed has written already is not among them.
     */
    public static Map<String, Left> versions(Run run) {
        URI root = run.context().lakeRoot();
        var versions = new HashMap<String, Left>();
        if (Storage.of(run.spark(), root)
                .folders(Storage.child(root, RunRecord.FOLDER))
                .isEmpty()) {
            return versions;
        }
        List<Row> found = SmallQueries.interpreted(run.spark(), () -> read(run)
                .where(col("status").equalTo("ok"))
                .select(col("ended"), explode(col("outputs")).as("output"))
                .groupBy(col("output.table"))
                .agg(max_by(col("output.version"), col("ended")), max(col("ended")))
                .collectAsList());
        found.forEach(row -> versions.put(row.getString(0), new Left(row.getString(1), row.getInstant(2))));
        return versions;
    }

    private RunRecords() {}
}
