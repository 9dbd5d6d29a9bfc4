package io.chargelake.jobs.fleet;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Quarantine;
import io.chargelake.jobs.tables.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Stays that came well and can't be planned, to quarantine. */
final class RefusedStays {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StructType SCHEMA = new StructType()
            .add(Quarantine.SOURCE_FILE.name(), DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add(Quarantine.RAW.name(), DataTypes.StringType);

    static void quarantine(Run run, String source, List<RefusedStay> refused) {
        if (refused.isEmpty()) {
            return;
        }
        List<Row> rows = refused.stream()
                .map(stay -> RowFactory.create(source, stay.code(), json(stay)))
                .toList();
        run.merge(
                Tables.QUARANTINE_FLEET,
                run.spark()
                        .createDataFrame(rows, SCHEMA)
                        .withColumn(
                                Quarantine.ID.name(),
                                sha2(concat(Quarantine.SOURCE_FILE.col(), lit("\n"), Quarantine.RAW.col()), 256))
                        .groupBy(Quarantine.ID.col())
                        .agg(
                                first(Quarantine.SOURCE_FILE.col()).as(Quarantine.SOURCE_FILE.name()),
                                array(first("reason")).as(Quarantine.REASONS.name()),
                                first(Quarantine.RAW.col()).as(Quarantine.RAW.name()),
                                count(lit(1)).as(Quarantine.COPIES.name()))
                        .withColumn(Quarantine.RUN_ID.name(), lit(run.id())));
    }

    private static String json(RefusedStay stay) {
        try {
            return JSON.writeValueAsString(stay.raw());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RefusedStays() {}
}
