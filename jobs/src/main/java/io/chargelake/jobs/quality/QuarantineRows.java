package io.chargelake.jobs.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import io.chargelake.jobs.tables.Quarantine;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was refused, as the quarantine keeps it. */
public final class QuarantineRows {

    /** @param refused source file, reasons and the row as received; rows that are the same to the letter become one with its number of copies */
    public static Dataset<Row> of(Dataset<Row> refused, String runId) {
        return refused.withColumn(
                        Quarantine.ID.name(),
                        sha2(
                                concat(
                                        Quarantine.SOURCE_FILE.col(),
                                        lit("\n"),
                                        coalesce(Quarantine.RAW.col(), lit(""))),
                                256))
                .groupBy(Quarantine.ID.col())
                .agg(
                        first(Quarantine.SOURCE_FILE.col()).as(Quarantine.SOURCE_FILE.name()),
                        first(Quarantine.REASONS.col()).as(Quarantine.REASONS.name()),
                        first(Quarantine.RAW.col()).as(Quarantine.RAW.name()),
                        count(lit(1)).as(Quarantine.COPIES.name()))
                .withColumn(Quarantine.RUN_ID.name(), lit(runId));
    }

    private QuarantineRows() {}
}
