package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.RunRecord;
import io.chargelake.jobs.lake.Storage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The records of all runs as a table: the files are the table. */
final class RunRecords {
    static final String TABLE = "_runs";

    private static final StructType SCHEMA = StructType.fromDDL(
            "job string, run_id string, started timestamp, ended timestamp, status string, arguments map<string,string>, code_version string, "
                    + "inputs array<struct<path:string,version:string,rows:bigint>>, "
                    + "outputs array<struct<table:string,version:string,rows:bigint>>, "
                    + "read bigint, accepted bigint, quarantined bigint, deduplicated bigint, "
                    + "findings array<struct<code:string,severity:string,count:bigint>>, tzdata string, "
                    + "spark_metrics struct<shuffle_bytes:bigint,peak_memory_bytes:bigint>");

    static Dataset<Row> read(Run run) {
        String files = Storage.plain(Storage.child(run.context().lakeRoot(), RunRecord.FOLDER + "/*/*.json"));
        return run.spark().read().schema(SCHEMA).json(files);
    }

    private RunRecords() {}
}
