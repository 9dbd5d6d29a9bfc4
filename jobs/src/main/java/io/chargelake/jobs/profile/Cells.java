package io.chargelake.jobs.profile;

import io.chargelake.profile.TableSketch;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Puts the values of Spark's rows into a sketch, each by its type; structs become columns of their own, with a point between. */
final class Cells {

    /** Puts one value of a row, which is not null. */
    private interface Put {
        void into(TableSketch sketch, SpecializedGetters row, int ordinal);
    }

    /** One value of a row and where it goes. */
    private record Cell(int ordinal, Put put) {}

    private final List<Cell> cells = new ArrayList<>();

    /** @param fields the row's own first columns */
    Cells(TableSketch sketch, StructType fields) {
        this(sketch, fields, "");
    }

    private Cells(TableSketch sketch, StructType fields, String path) {
        StructField[] all = fields.fields();
        for (int i = 0; i < all.length; i++) {
            cells.add(new Cell(i, put(sketch, path + all[i].name(), all[i].dataType())));
        }
    }

    void put(TableSketch sketch, SpecializedGetters row) {
        for (Cell cell : cells) {
            if (!row.isNullAt(cell.ordinal)) {
                cell.put.into(sketch, row, cell.ordinal);
            }
        }
    }

    private static Put put(TableSketch sketch, String name, DataType type) {
        if (type instanceof StructType struct) {
            Cells nested = new Cells(sketch, struct, name + ".");
            int width = struct.size();
            return (into, row, i) -> nested.put(into, row.getStruct(i, width));
        }
        if (type instanceof ArrayType array && array.elementType() instanceof StructType struct) {
            return elements(sketch, name, struct);
        }
        return value(sketch.column(name, type.simpleString()), type);
    }

    private static Put elements(TableSketch sketch, String name, StructType struct) {
        Cells nested = new Cells(sketch, struct, name + "[].");
        int width = struct.size();
        return (into, row, i) -> {
            ArrayData list = row.getArray(i);
            for (int k = 0; k < list.numElements(); k++) {
                into.element(name);
                if (!list.isNullAt(k)) {
                    nested.put(into, list.getStruct(k, width));
                }
            }
        };
    }

    private static Put value(int column, DataType type) {
        if (type instanceof StringType) {
            return (into, row, i) -> into.text(column, row.getUTF8String(i).toString());
        }
        if (type instanceof IntegerType) {
            return (into, row, i) -> into.integer(column, row.getInt(i));
        }
        if (type instanceof LongType) {
            return (into, row, i) -> into.integer(column, row.getLong(i));
        }
        if (type instanceof DoubleType) {
            return (into, row, i) -> into.real(column, row.getDouble(i));
        }
        if (type instanceof TimestampType) {
            return (into, row, i) -> into.moment(column, row.getLong(i));
        }
        if (type instanceof TimestampNTZType) {
            return (into, row, i) -> into.localTime(column, row.getLong(i));
        }
        return rare(column, type);
    }

    private static Put rare(int column, DataType type) {
        if (type instanceof BooleanType) {
            return (into, row, i) -> into.bool(column, row.getBoolean(i));
        }
        if (type instanceof DateType) {
            return (into, row, i) -> into.date(column, row.getInt(i));
        }
        if (type instanceof FloatType) {
            return (into, row, i) -> into.real(column, Double.parseDouble(Float.toString(row.getFloat(i))));
        }
        if (type instanceof ShortType) {
            return (into, row, i) -> into.integer(column, row.getShort(i));
        }
        if (type instanceof ByteType) {
            return (into, row, i) -> into.integer(column, row.getByte(i));
        }
        if (type instanceof DecimalType decimal) {
            return (into, row, i) -> into.real(
                    column,
                    row.getDecimal(i, decimal.precision(), decimal.scale()).toDouble());
        }
        return list(column, type);
    }

    /** Of lists, maps and bytes it is told how long they are. */
    private static Put list(int column, DataType type) {
        if (type instanceof ArrayType) {
            return (into, row, i) -> into.list(column, row.getArray(i).numElements() + " elements");
        }
        if (type instanceof MapType) {
            return (into, row, i) -> into.list(column, row.getMap(i).numElements() + " entries");
        }
        if (type instanceof BinaryType) {
            return (into, row, i) -> into.list(column, row.getBinary(i).length + " bytes");
        }
        return (into, row, i) -> into.list(column, type.simpleString());
    }
}
