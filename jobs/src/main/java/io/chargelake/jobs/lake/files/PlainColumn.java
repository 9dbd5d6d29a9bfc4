package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** A column of eight bytes a value, for values that rarely repeat: times in microseconds, or amounts. */
public final class PlainColumn extends FileColumn {

    /** The order of the values that some bits stand for. */
    private interface BitsComparator {
        int compare(long a, long b);
    }

    private final PrimitiveTypeName stored;
    private final LogicalTypeAnnotation meaning;
    private final BitsComparator order;
    private final ByteSink values = new ByteSink();
    private HybridEncoder present = new HybridEncoder(1, 0);
    private long least; // of the values that are not null, if there are any
    private long greatest;
    private int known;
    private int size;

    private PlainColumn(
            Col col, DataType type, PrimitiveTypeName stored, LogicalTypeAnnotation meaning, BitsComparator order) {
        super(col);
        require(type);
        this.stored = stored;
        this.meaning = meaning;
        this.order = order;
    }

    /** Times in microseconds since 1970. */
    public static PlainColumn micros(Col col) {
        return new PlainColumn(
                col,
                DataTypes.TimestampType,
                PrimitiveTypeName.INT64,
                LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS),
                Long::compare);
    }

    public static PlainColumn reals(Col col) {
        return new PlainColumn(
                col,
                DataTypes.DoubleType,
                PrimitiveTypeName.DOUBLE,
                null,
                (a, b) -> Double.compare(Double.longBitsToDouble(a), Double.longBitsToDouble(b)));
    }

    /** The value, or the bits of the amount. */
    public void add(long bits) {
        boolean isFirst = known == 0;
        least = isFirst || order.compare(bits, least) < 0 ? bits : least;
        greatest = isFirst || order.compare(bits, greatest) > 0 ? bits : greatest;
        values.putLong(bits);
        present.add(1, 1);
        known++;
        size++;
    }

    /** An amount; none where it is no number. */
    public void add(double amount) {
        if (Double.isNaN(amount)) {
            addNull();
        } else {
            add(Double.doubleToLongBits(amount));
        }
    }

    private void addNull() {
        if (col().isRequired()) {
            throw new IllegalArgumentException("Cannot write column " + col().name() + ": a value is missing");
        }
        present.add(0, 1);
        size++;
    }

    @Override
    Type type(FileTarget target) {
        var type = col().isRequired() ? Types.required(stored) : Types.optional(stored);
        return named(type.as(meaning), target);
    }

    @Override
    void writeTo(ChunkWriter chunk) throws IOException {
        if (known > 0) {
            chunk.bounds(bytes(least), bytes(greatest));
        }
        if (col().isRequired()) {
            chunk.writePlain(values);
        } else {
            chunk.writeOptional(present.bytes(), size - known, values);
        }
        values.clear();
        present = new HybridEncoder(1, 0);
        known = 0;
        size = 0;
    }

    private static byte[] bytes(long bits) {
        ByteSink one = new ByteSink(Long.BYTES);
        one.putLong(bits);
        return one.array();
    }
}
