package io.chargelake.jobs.raw;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.Col;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;

/** Reads a file's own value as a declared type; what can't be read is null, and its original stays beside it. */
final class Parse {
    /** A date alone, or a time alone, would be read as a moment nobody meant. */
    private static final String A_MOMENT = "^\\s*\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*";

    static Column as(Col declared, StructField stored) {
        Column value = FlatFiles.quoted(stored.name());
        DataType from = stored.dataType();
        DataType to = declared.type();
        if (from.equals(to)) {
            return value;
        }
        if (to.equals(DataTypes.TimestampType)) {
            return timestamp(value, from);
        }
        Column cast = value.try_cast(to);
        return from.equals(DataTypes.StringType)
                ? when(trim(value).notEqual(""), trim(value).try_cast(to))
                : cast;
    }

    /** Text is ISO 8601, UTC where it names no offset; whole numbers are seconds since 1970. */
    private static Column timestamp(Column value, DataType from) {
        if (from.equals(DataTypes.StringType)) {
            return when(value.rlike(A_MOMENT), trim(value).try_cast(DataTypes.TimestampType));
        }
        if (from.equals(DataTypes.LongType) || from.equals(DataTypes.IntegerType)) {
            return timestamp_seconds(value);
        }
        return from instanceof TimestampNTZType
                ? value.cast(DataTypes.TimestampType)
                : lit(null).cast(DataTypes.TimestampType);
    }

    private Parse() {}
}
