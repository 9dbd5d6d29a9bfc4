package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Col;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * A type as PostgreSQL names it, with its number there and how its values are written. Every value keeps its bits: doubles, NaN and
 * infinities are not turned into text on the way.
 */
record PgType(String name, int oid, Writer writer) implements Serializable {
    /** Writes a value that is not null, without its length. */
    interface Writer extends Serializable {
        void write(SpecializedGetters row, int ordinal, CopyBuffer out);
    }

    /** PostgreSQL counts from 2000. */
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;

    private static final int DAYS_TO_2000 = 10_957;

    private static final PgType BOOLEAN =
            new PgType("boolean", 16, (row, i, out) -> out.int1(row.getBoolean(i) ? 1 : 0));
    private static final PgType BYTEA = new PgType("bytea", 17, (row, i, out) -> out.raw(row.getBinary(i)));
    private static final PgType BIGINT = new PgType("bigint", 20, (row, i, out) -> out.int8(row.getLong(i)));
    private static final PgType TINY = new PgType("smallint", 21, (row, i, out) -> out.int2(row.getByte(i)));
    private static final PgType SMALLINT = new PgType("smallint", 21, (row, i, out) -> out.int2(row.getShort(i)));
    private static final PgType INTEGER = new PgType("integer", 23, (row, i, out) -> out.int4(row.getInt(i)));
    private static final PgType TEXT = new PgType("text", 25, (row, i, out) -> out.text(row.getUTF8String(i)));
    private static final PgType REAL =
            new PgType("real", 700, (row, i, out) -> out.int4(Float.floatToRawIntBits(row.getFloat(i))));
    private static final PgType DOUBLE = new PgType(
            "double precision", 701, (row, i, out) -> out.int8(Double.doubleToRawLongBits(row.getDouble(i))));
    private static final PgType DATE =
            new PgType("date", 1082, (row, i, out) -> out.int4(row.getInt(i) - DAYS_TO_2000));
    private static final PgType TIMESTAMP =
            new PgType("timestamp with time zone", 1184, (row, i, out) -> out.int8(row.getLong(i) - MICROS_TO_2000));

    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");

    /** What each may become without losing anything. */
    private static final Set<String> WIDER = Set.of(
            "smallint>integer",
            "smallint>bigint",
            "smallint>double precision",
            "integer>bigint",
            "integer>double precision",
            "real>double precision",
            "smallint[]>integer[]",
            "integer[]>bigint[]",
            "real[]>double precision[]");

    private static final Map<DataType, PgType> SIMPLE = Map.ofEntries(
            Map.entry(DataTypes.BooleanType, BOOLEAN),
            Map.entry(DataTypes.BinaryType, BYTEA),
            Map.entry(DataTypes.LongType, BIGINT),
            Map.entry(DataTypes.ByteType, TINY),
            Map.entry(DataTypes.ShortType, SMALLINT),
            Map.entry(DataTypes.IntegerType, INTEGER),
            Map.entry(DataTypes.StringType, TEXT),
            Map.entry(DataTypes.FloatType, REAL),
            Map.entry(DataTypes.DoubleType, DOUBLE),
            Map.entry(DataTypes.DateType, DATE),
            Map.entry(DataTypes.TimestampType, TIMESTAMP));

    static PgType of(Col col) {
        return of(col, col.type());
    }

    private static PgType of(Col col, DataType type) {
        if (type instanceof ArrayType array && !(array.elementType() instanceof ArrayType)) {
            return arrayOf(of(col, array.elementType()));
        }
        if (type instanceof DecimalType decimal) {
            return numeric(decimal.precision(), decimal.scale());
        }
        return Optional.ofNullable(SIMPLE.get(type))
                .orElseThrow(
                        () -> UserError.input("Cannot publish column " + col.name() + ": PostgreSQL has no type for "
                                + type.simpleString() + " (declare it as a text, number, time or list of these)"));
    }

    private static PgType arrayOf(PgType element) {
        return new PgType(element.name + "[]", 0, (row, i, out) -> {
            ArrayData items = row.getArray(i);
            int n = items.numElements();
            out.int4(n == 0 ? 0 : 1);
            out.int4(1);
            out.int4(element.oid);
            if (n > 0) {
                out.int4(n);
                out.int4(1);
            }
            for (int item = 0; item < n; item++) {
                element.put(items, item, out);
            }
        });
    }

    private static PgType numeric(int precision, int scale) {
        return new PgType(
                "numeric(" + precision + "," + scale + ")",
                1700,
                (row, i, out) ->
                        Numeric.write(row.getDecimal(i, precision, scale).toJavaBigDecimal(), out));
    }

    /** The value behind its length, or the sign for null. */
    void put(SpecializedGetters row, int ordinal, CopyBuffer out) {
        if (row.isNullAt(ordinal)) {
            out.nothing();
            return;
        }
        int begin = out.begin();
        writer.write(row, ordinal, out);
        out.end(begin);
    }

    /** Whether each value of one type is one of the other. */
    static boolean fits(String from, String into) {
        return from.equals(into) || WIDER.contains(from + ">" + into) || isWiderNumeric(from, into);
    }

    private static boolean isWiderNumeric(String from, String into) {
        Matcher narrow = NUMERIC.matcher(from);
        Matcher wide = NUMERIC.matcher(into);
        return narrow.matches()
                && wide.matches()
                && number(wide, 2) >= number(narrow, 2)
                && number(wide, 1) - number(wide, 2) >= number(narrow, 1) - number(narrow, 2);
    }

    private static int number(Matcher matched, int group) {
        return Integer.parseInt(matched.group(group));
    }
}
