package io.chargelake.jobs.raw;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.tables.Col;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;

/** Reads a file's own value as a declared type; what can't be read is null, and its original stays beside it. */
final class Parse {
    /** A date alone, or a time alone, would be read as a moment nobody meant. */
    private static final String A_MOMENT = "^\\s*\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*";

    private static final DataType ROUNDABLE = DataTypes.createDecimalType(20, 6);

    /** The same without an offset: a local time, where the files' zone is known. */
    private static final String A_LOCAL_MOMENT = "^\\s*\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d*)?)?\\s*$";

    static Column as(Col declared, StructField stored, Optional<ZoneId> zone) {
        Column utc = as(declared, stored);
        return zone.isPresent() && declared.type().equals(DataTypes.TimestampType)
                ? when(isLocal(stored), LocalTime.toMoment(utc, zone.get())).otherwise(utc)
                : utc;
    }

    /** Why a local time is in doubt, one of {@link LocalTime}'s words; null where it is not. */
    static Column fault(Col declared, StructField stored, Optional<ZoneId> zone) {
        return zone.isPresent() && declared.type().equals(DataTypes.TimestampType)
                ? when(isLocal(stored), LocalTime.fault(as(declared, stored), zone.get()))
                : lit(null).cast(DataTypes.StringType);
    }

    private static Column isLocal(StructField stored) {
        return stored.dataType().equals(DataTypes.StringType)
                ? FlatFiles.quoted(stored.name()).rlike(A_LOCAL_MOMENT)
                : lit(stored.dataType() instanceof TimestampNTZType);
    }

    private static Column as(Col declared, StructField stored) {
        Column value = FlatFiles.quoted(stored.name());
        DataType from = stored.dataType();
        DataType to = declared.type();
        if (from.equals(to)) {
            return value;
        }
        if (to.equals(DataTypes.TimestampType)) {
            return timestamp(value, from);
        }
        if (to.equals(DataTypes.IntegerType) && from.equals(DataTypes.StringType)) {
            return integer(trim(value));
        }
        Column cast = value.try_cast(to);
        return from.equals(DataTypes.StringType)
                ? when(trim(value).notEqual(""), trim(value).try_cast(to))
                : cast;
    }

    /** The name of the column, where there is something but not of its type; null where all is well. */
    static Column unparsed(Col declared, StructField stored) {
        Column given = FlatFiles.quoted(stored.name());
        return stored.dataType().equals(declared.type())
                ? lit(null).cast(DataTypes.StringType)
                : when(
                        given.isNotNull()
                                .and(trim(given.cast(DataTypes.StringType)).notEqual(""))
                                .and(as(declared, stored).isNull()),
                        lit(declared.name()));
    }

    /** A decimal number is rounded, half up. */
    private static Column integer(Column text) {
        return coalesce(
                text.try_cast(DataTypes.IntegerType),
                round(text.try_cast(ROUNDABLE), 0).try_cast(DataTypes.IntegerType));
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
