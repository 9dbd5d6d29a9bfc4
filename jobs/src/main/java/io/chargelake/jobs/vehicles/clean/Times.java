package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.vehicles.clean.Source.Stored;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.TimestampNTZType;

/** Times that are stored as numbers or as times, as Parquet has them. */
final class Times {
    /** In 1973 as milliseconds, in 5138 as seconds. */
    private static final long NO_SECONDS = 100_000_000_000L;

    static Column typed(Stored time) {
        if (time.type().equals(DataTypes.LongType) || time.type().equals(DataTypes.IntegerType)) {
            return when(time.value().lt(NO_SECONDS), timestamp_seconds(time.value()))
                    .otherwise(timestamp_millis(time.value()));
        }
        return time.type().equals(DataTypes.TimestampType) || isTypedLocal(time)
                ? time.value().cast(DataTypes.TimestampType)
                : lit(null).cast(DataTypes.TimestampType);
    }

    /** As text: with an offset where the stored one is a moment. */
    static Column text(Stored time) {
        if (time.isText()) {
            return time.value();
        }
        Column text = typed(time).cast(DataTypes.StringType);
        return isTypedLocal(time) ? text : concat(text, lit("Z"));
    }

    static boolean isTypedLocal(Stored time) {
        return time.type() instanceof TimestampNTZType;
    }

    private Times() {}
}
