package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Times as sources write them. A time that names no offset is what a clock on a wall showed: its moment needs a zone. */
public final class RawTimes {
    private static final String CLOCK = "[T ]\\s*\\d{1,2}:\\d{2}(:\\d{2}([.]\\d*)?)?(\\s*[AaPp][Mm])?";
    private static final String OFFSET = "\\s*([Zz]|[+-]\\d{2}(:?\\d{2})?)";
    private static final String WITHOUT_OFFSET = "^\\s*\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}" + CLOCK + "\\s*$";
    /** A date alone, or a time alone, would be read as a moment nobody meant. */
    private static final String A_MOMENT =
            "^\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\d{1,2}:\\d{2}(:\\d{2}([.]\\d*)?)?(" + OFFSET + ")?$";

    private static final String YEAR_FIRST = "^(\\d{4})[./](\\d{1,2})[./](\\d{1,2})\\b";
    private static final String YEAR_LAST = "^(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})\\b";
    private static final Object[] HALF_DAY = {"AM", "PM", "am", "pm"};
    /** Seconds or milliseconds since 1970, of the years from 1973 on. */
    private static final String SINCE_1970 = "^\\d{9,13}$";

    private static final int PLAIN_LENGTH = 19;
    private static final int LONGEST_SECONDS = 10;

    public static Column isLocal(Column text) {
        return when(isPlain(text), not(text.endsWith("Z"))).otherwise(text.rlike(WITHOUT_OFFSET));
    }

    /** Of the length and with the signs of {@code 2025-03-30T01:00:00} or {@code 2025-03-30T01:00:00Z}: most times are, and need no regular expression. */
    private static Column isPlain(Column text) {
        Column bytes = octet_length(text);
        return substring(text, 5, 1)
                .equalTo("-")
                .and(substring(text, 8, 1).equalTo("-"))
                .and(substring(text, 11, 1).isin("T", " "))
                .and(substring(text, 14, 1).equalTo(":"))
                .and(substring(text, 17, 1).equalTo(":"))
                .and(bytes.equalTo(PLAIN_LENGTH)
                        .or(bytes.equalTo(PLAIN_LENGTH + 1).and(text.endsWith("Z"))));
    }

    /** The same text without its offset. */
    public static Column dropOffset(Column text) {
        return regexp_replace(trim(text), lit(OFFSET + "$"), lit(""));
    }

    /** Year, month and day, with any of {@code - . /} between; whole numbers are seconds or milliseconds since 1970. */
    public static Column yearFirst(Column text) {
        Column t = trim(text);
        Column number = t.try_cast(DataTypes.LongType);
        return when(isPlain(t).or(t.rlike(A_MOMENT)), t.try_cast(DataTypes.TimestampType))
                .when(
                        t.rlike(YEAR_FIRST),
                        regexp_replace(t, lit(YEAR_FIRST), lit("$1-$2-$3")).try_cast(DataTypes.TimestampType))
                .when(
                        t.rlike(SINCE_1970),
                        when(length(t).gt(LONGEST_SECONDS), timestamp_millis(number))
                                .otherwise(timestamp_seconds(number)));
    }

    public static Column dayFirst(Column text) {
        return yearLast(text, "$3-$2-$1");
    }

    public static Column monthFirst(Column text) {
        return yearLast(text, "$3-$1-$2");
    }

    /** Whether day or month comes first; what comes first of the two numbers is group 1. */
    public static Column isYearLast(Column text) {
        return trim(text).rlike(YEAR_LAST);
    }

    public static Column firstNumber(Column text) {
        return number(text, "$1");
    }

    public static Column secondNumber(Column text) {
        return number(text, "$2");
    }

    private static Column number(Column text, String group) {
        return regexp_replace(trim(text), lit(YEAR_LAST + ".*$"), lit(group)).try_cast(DataTypes.IntegerType);
    }

    private static Column yearLast(Column text, String order) {
        Column t = trim(text);
        return when(t.rlike(YEAR_LAST), moment(regexp_replace(t, lit(YEAR_LAST), lit(order))));
    }

    private static Column moment(Column iso) {
        Column halfDay = coalesce(
                try_to_timestamp(iso, lit("yyyy-M-d h:mm:ss a")), try_to_timestamp(iso, lit("yyyy-M-d h:mm a")));
        return when(not(substring(iso, -2, 2).isin(HALF_DAY)), iso.try_cast(DataTypes.TimestampType))
                .otherwise(halfDay);
    }

    private RawTimes() {}
}
