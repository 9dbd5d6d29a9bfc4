package io.chargelake.jobs.lake;

import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gives a Dataset exactly the declared columns of a table, in their order. The policy for schemas that differ: a column that is not
 * declared is left out, an optional one that is missing becomes null, a type may only become wider, a required column that is missing
 * or a type that would lose something is refused.
 */
public final class Conform {
    private static final Set<String> WIDER = Set.of(
            widening(DataTypes.ByteType, DataTypes.IntegerType),
            widening(DataTypes.ShortType, DataTypes.IntegerType),
            widening(DataTypes.ByteType, DataTypes.LongType),
            widening(DataTypes.ShortType, DataTypes.LongType),
            widening(DataTypes.IntegerType, DataTypes.LongType),
            widening(DataTypes.IntegerType, DataTypes.DoubleType),
            widening(DataTypes.FloatType, DataTypes.DoubleType));

    public static Dataset<Row> to(Table table, Dataset<Row> rows) {
        StructType given = rows.schema();
        Set<String> names = Arrays.stream(given.fieldNames()).collect(Collectors.toSet());
        Column[] columns = table.columns().stream()
                .map(col -> column(
                        table,
                        col,
                        names.contains(col.name()) ? given.apply(col.name()).dataType() : null))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    /** No rows, in the table's columns. */
    public static Dataset<Row> empty(SparkSession spark, Table table) {
        return spark.createDataFrame(List.of(), table.schema());
    }

    private static Column column(Table table, Col col, DataType stored) {
        if (stored == null && col.equals(Table.DAY)) {
            return table.day();
        }
        if (stored == null && col.isRequired()) {
            throw UserError.input("Cannot use these rows as " + table.name() + ": column " + col.name()
                    + " is missing (it is required, " + col.type().simpleString() + ")");
        }
        if (stored == null || stored.equals(DataTypes.NullType)) {
            return lit(null).cast(col.type()).as(col.name());
        }
        if (same(stored, col.type())) {
            return col.col();
        }
        if (WIDER.contains(widening(stored, col.type()))) {
            return col.col().cast(col.type()).as(col.name());
        }
        throw UserError.quality(
                "Cannot use these rows as " + table.name() + ": column " + col.name() + " is " + stored.simpleString()
                        + " (" + col.type().simpleString() + " is declared, and only widening is allowed)");
    }

    private static boolean same(DataType stored, DataType declared) {
        return stored instanceof ArrayType a && declared instanceof ArrayType b
                ? a.elementType().equals(b.elementType())
                : stored.equals(declared);
    }

    private static String widening(DataType from, DataType to) {
        return from.simpleString() + ">" + to.simpleString();
    }

    private Conform() {}
}
