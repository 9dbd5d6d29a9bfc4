package io.chargelake.jobs.status.document;

import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.FlatPolls;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What tasks make of documents, three kinds of rows in one Dataset so that a document is parsed once. */
final class DocumentRows {
    static final String KIND = "_kind";
    static final String POLL = "poll";
    static final String SEEN = "seen";
    static final String NOTE = "note";

    /** Code of the rule by which the parser refused it. */
    static final String REFUSED = "_refused";

    static final String NOTE_CODE = "_note_code";
    static final String NOTE_DETAIL = "_note_detail";

    static final StructType SCHEMA = new StructType(Stream.of(
                    Stream.of(named(KIND)),
                    FlatPolls.TABLE.columns().stream().map(Col::field),
                    Stream.of(named(FlatFiles.SOURCE_FILE), named(FlatFiles.CORRUPT), named(REFUSED)),
                    Stream.of(
                                    DimensionSeen.DIMENSION,
                                    DimensionSeen.KEY,
                                    DimensionSeen.ATTRIBUTES,
                                    DimensionSeen.FIRST_SEEN,
                                    DimensionSeen.LAST_SEEN)
                            .map(Col::field),
                    Stream.of(named(NOTE_CODE), named(NOTE_DETAIL)))
            .flatMap(fields -> fields)
            .toArray(StructField[]::new));

    static Row poll(Block.Poll poll, Instant time, String file) {
        return RowFactory.create(
                POLL,
                poll.deviceType(),
                poll.deviceId(),
                time,
                poll.status(),
                poll.sensor(),
                file,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Row refused(String code, String raw, String file) {
        return RowFactory.create(
                POLL, null, null, null, null, null, file, raw, code, null, null, null, null, null, null, null);
    }

    static Row seen(String dimension, String key, String attributes, Instant first, Instant last) {
        return RowFactory.create(
                SEEN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                dimension,
                key,
                attributes,
                first,
                last,
                null,
                null);
    }

    static Row note(String code, String detail) {
        return RowFactory.create(
                NOTE, null, null, null, null, null, null, null, null, null, null, null, null, null, code, detail);
    }

    private static StructField named(String name) {
        return DataTypes.createStructField(name, DataTypes.StringType, true);
    }

    private DocumentRows() {}
}
