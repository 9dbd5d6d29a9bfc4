package io.chargelake.jobs.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.QuarantineRows;
import io.chargelake.jobs.tables.Quarantine;
import io.chargelake.jobs.tables.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Stays that came well and can't be planned, to quarantine. */
final class RefusedStays {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StructType SCHEMA = new StructType(
            new StructField[] {Quarantine.SOURCE_FILE.field(), Quarantine.REASONS.field(), Quarantine.RAW.field()});

    static void quarantine(Run run, String source, List<RefusedStay> refused) {
        if (refused.isEmpty()) {
            return;
        }
        List<Row> rows = refused.stream()
                .map(stay -> RowFactory.create(source, new String[] {stay.code()}, json(stay)))
                .toList();
        run.merge(Tables.QUARANTINE_FLEET, QuarantineRows.of(run.spark().createDataFrame(rows, SCHEMA), run.id()));
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
