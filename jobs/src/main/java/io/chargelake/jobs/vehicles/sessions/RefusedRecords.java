package io.chargelake.jobs.vehicles.sessions;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Quarantine;
import io.chargelake.jobs.tables.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Records that lost to a longer one, as rows of the quarantine: their source is the table that holds them. */
final class RefusedRecords {

    static Dataset<Row> of(Dataset<Row> refused, Dataset<Row> drives, Dataset<Row> charges, String runId) {
        Dataset<Row> ofDrives = refused.where(Made.IS_DRIVE.col());
        Dataset<Row> ofCharges = refused.where(not(Made.IS_DRIVE.col()));
        return quarantined(ofDrives, drives, Drive.TABLE, Drive.DRIVE_ID, runId)
                .unionByName(quarantined(ofCharges, charges, Charge.TABLE, Charge.CHARGE_ID, runId));
    }

    private static Dataset<Row> quarantined(
            Dataset<Row> refused, Dataset<Row> records, Table table, Col id, String runId) {
        Column raw = to_json(struct(table.columns().stream()
                .filter(col -> !col.equals(Table.DAY))
                .map(Col::col)
                .toArray(Column[]::new)));
        Dataset<Row> whole = refused.select(Made.RECORD_ID.col(), Made.REASON.col())
                .join(records, Made.RECORD_ID.col().equalTo(id.col()));
        return whole.select(
                sha2(concat(lit(table.name() + "\n"), id.col()), 256).as(Quarantine.ID.name()),
                lit(table.name()).as(Quarantine.SOURCE_FILE.name()),
                array(Made.REASON.col()).as(Quarantine.REASONS.name()),
                raw.as(Quarantine.RAW.name()),
                lit(1L).as(Quarantine.COPIES.name()),
                lit(runId).as(Quarantine.RUN_ID.name()));
    }

    private RefusedRecords() {}
}
