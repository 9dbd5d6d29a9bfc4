package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A required column of values that each stand for an int: itself, seconds from some time on, or a place in a list of
 * words. Values that repeat are stored once, in the file's dictionary.
 */
public final class CodedColumn extends FileColumn {
    private static final long MICROS = 1_000_000;

    /** How a value is stored that an int stands for. */
    private interface Storing {
        void store(int value, ByteSink to);
    }

    private final PrimitiveTypeName stored;
    private final LogicalTypeAnnotation meaning;
    private final Storing storing;
    private final boolean ordered;
    private final IntPlaces places = new IntPlaces();
    private int[] placeOf = new int[1024];
    private int size;
    private int last;
    private int lastPlace = -1; // neighbours are often equal

    private CodedColumn(
            Col col,
            DataType type,
            PrimitiveTypeName stored,
            LogicalTypeAnnotation meaning,
            boolean ordered,
            Storing storing) {
        super(col);
        if (!col.type().equals(type) || !col.isRequired()) {
            throw new IllegalArgumentException("Cannot write column " + col.name() + " as " + type.simpleString()
                    + ": it is " + col.type().simpleString() + (col.isRequired() ? "" : ", and may be null"));
        }
        this.stored = stored;
        this.meaning = meaning;
        this.ordered = ordered;
        this.storing = storing;
    }

    public static CodedColumn ints(Col col) {
        return new CodedColumn(
                col, DataTypes.IntegerType, PrimitiveTypeName.INT32, null, true, (value, to) -> to.putInt(value));
    }

    public static CodedColumn longs(Col col) {
        return new CodedColumn(
                col, DataTypes.LongType, PrimitiveTypeName.INT64, null, true, (value, to) -> to.putLong(value));
    }

    /** Times in seconds from another time on. */
    public static CodedColumn secondsFrom(long epochSecond, Col col) {
        return new CodedColumn(
                col,
                DataTypes.TimestampType,
                PrimitiveTypeName.INT64,
                LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS),
                true,
                (value, to) -> to.putLong((epochSecond + value) * MICROS));
    }

    /** Texts by their place in a list. */
    public static CodedColumn words(byte[][] words, Col col) {
        return new CodedColumn(
                col,
                DataTypes.StringType,
                PrimitiveTypeName.BINARY,
                LogicalTypeAnnotation.stringType(),
                false,
                (value, to) -> to.putText(words[value]));
    }

    public void add(int value) {
        if (size == placeOf.length) {
            placeOf = Arrays.copyOf(placeOf, 2 * size);
        }
        if (value != last || lastPlace < 0) {
            last = value;
            lastPlace = places.place(value);
        }
        placeOf[size++] = lastPlace;
    }

    @Override
    PrimitiveType type(int fieldId) {
        var type = Types.required(stored).as(meaning);
        return (fieldId > 0 ? type.id(fieldId) : type).named(col().name());
    }

    @Override
    int size() {
        return size;
    }

    @Override
    void writeTo(ChunkWriter chunk) throws IOException {
        if (ordered) {
            chunk.bounds(bytes(least()), bytes(greatest()));
        }
        if (places.size() > size / 2 + 1) {
            ByteSink values = new ByteSink();
            for (int i = 0; i < size; i++) {
                storing.store(places.value(placeOf[i]), values);
            }
            chunk.writePlain(values, size);
        } else {
            ByteSink dictionary = new ByteSink();
            for (int place = 0; place < places.size(); place++) {
                storing.store(places.value(place), dictionary);
            }
            chunk.writeCoded(dictionary, places.size(), placeOf, size);
        }
        places.clear();
        lastPlace = -1;
        size = 0;
    }

    private int least() {
        int least = Integer.MAX_VALUE;
        for (int place = 0; place < places.size(); place++) {
            least = Math.min(least, places.value(place));
        }
        return least;
    }

    private int greatest() {
        int greatest = Integer.MIN_VALUE;
        for (int place = 0; place < places.size(); place++) {
            greatest = Math.max(greatest, places.value(place));
        }
        return greatest;
    }

    private byte[] bytes(int value) {
        ByteSink one = new ByteSink();
        storing.store(value, one);
        return Arrays.copyOf(one.array(), one.size());
    }
}
