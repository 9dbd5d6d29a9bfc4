package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A required column of values that each stand for an int: itself, seconds from some time on, or a place in a list of
 * words. Values that repeat are stored once, in the file's dictionary.
 */
public final class CodedColumn extends FileColumn {
    private static final long MICROS = 1_000_000;
    private static final long HOUR_S = 3600;

    /** The order of the values that two ints stand for. */
    private interface IntComparator {
        int compare(int a, int b);
    }

    /** How a value is stored that an int stands for. */
    private interface Storing {
        void store(int value, long origin, ByteSink to);
    }

    private final PrimitiveTypeName stored;
    private final LogicalTypeAnnotation meaning;
    private final Storing storing;
    private final IntComparator order;
    private final IntPlaces places = new IntPlaces();
    private int[] placeOf = new int[256]; // of each run of equal neighbours
    private int[] lengthOf = new int[256];
    private int runs;
    private int size;
    private int last;
    private long origin;

    private CodedColumn(
            Col col,
            DataType type,
            PrimitiveTypeName stored,
            LogicalTypeAnnotation meaning,
            IntComparator order,
            Storing storing) {
        super(col);
        require(type);
        requireRequired();
        this.stored = stored;
        this.meaning = meaning;
        this.order = order;
        this.storing = storing;
    }

    public static CodedColumn ints(Col col) {
        return new CodedColumn(
                col,
                DataTypes.IntegerType,
                PrimitiveTypeName.INT32,
                null,
                Integer::compare,
                (value, origin, to) -> to.putInt(value));
    }

    public static CodedColumn longs(Col col) {
        return new CodedColumn(
                col,
                DataTypes.LongType,
                PrimitiveTypeName.INT64,
                null,
                Integer::compare,
                (value, origin, to) -> to.putLong(value));
    }

    /** Times in seconds from {@link #origin} on. */
    public static CodedColumn seconds(Col col) {
        return new CodedColumn(
                col,
                DataTypes.TimestampType,
                PrimitiveTypeName.INT64,
                LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS),
                Integer::compare,
                (value, origin, to) -> to.putLong((origin + value) * MICROS));
    }

    /** Times in hours from {@link #origin} on. */
    public static CodedColumn hours(Col col) {
        return new CodedColumn(
                col,
                DataTypes.TimestampType,
                PrimitiveTypeName.INT64,
                LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS),
                Integer::compare,
                (value, origin, to) -> to.putLong((origin + value * HOUR_S) * MICROS));
    }

    /** Texts by their place in a list. */
    public static CodedColumn words(byte[][] words, Col col) {
        return new CodedColumn(
                col,
                DataTypes.StringType,
                PrimitiveTypeName.BINARY,
                LogicalTypeAnnotation.stringType(),
                (a, b) -> Arrays.compareUnsigned(words[a], words[b]),
                (value, origin, to) -> to.putText(words[value]));
    }

    /** The second from which the times of the next rows are counted; to be set before any of them. */
    public void origin(long epochSecond) {
        if (size > 0) {
            throw new IllegalStateException("Cannot move the origin of " + col().name() + ": it has values already");
        }
        origin = epochSecond;
    }

    public void add(int value) {
        add(value, 1);
    }

    /** The same value for some rows. */
    public void add(int value, int rows) {
        size += rows;
        if (value == last && runs > 0) {
            lengthOf[runs - 1] += rows;
            return;
        }
        if (runs == placeOf.length) {
            placeOf = Arrays.copyOf(placeOf, 2 * runs);
            lengthOf = Arrays.copyOf(lengthOf, 2 * runs);
        }
        last = value;
        placeOf[runs] = places.place(value);
        lengthOf[runs++] = rows;
    }

    @Override
    Type type(FileTarget target) {
        return named(Types.required(stored).as(meaning), target);
    }

    @Override
    void writeTo(ChunkWriter chunk) throws IOException {
        bound(chunk);
        if (places.size() > size / 2 + 1) {
            ByteSink values = new ByteSink();
            for (int run = 0; run < runs; run++) {
                for (int i = 0; i < lengthOf[run]; i++) {
                    storing.store(places.value(placeOf[run]), origin, values);
                }
            }
            chunk.writePlain(values);
        } else {
            ByteSink dictionary = new ByteSink();
            for (int place = 0; place < places.size(); place++) {
                storing.store(places.value(place), origin, dictionary);
            }
            int width = Integer.SIZE - Integer.numberOfLeadingZeros(places.size() - 1);
            HybridEncoder encoder = new HybridEncoder(width, size);
            for (int run = 0; run < runs; run++) {
                encoder.add(placeOf[run], lengthOf[run]);
            }
            chunk.writeCoded(dictionary, places.size(), width, encoder.bytes());
        }
        places.clear();
        runs = 0;
        size = 0;
    }

    private void bound(ChunkWriter chunk) {
        int least = places.value(0);
        int greatest = least;
        for (int place = 1; place < places.size(); place++) {
            int value = places.value(place);
            least = order.compare(value, least) < 0 ? value : least;
            greatest = order.compare(value, greatest) > 0 ? value : greatest;
        }
        chunk.bounds(bytes(least), bytes(greatest));
    }

    private byte[] bytes(int value) {
        ByteSink one = new ByteSink();
        storing.store(value, origin, one);
        int lengthBefore = stored == PrimitiveTypeName.BINARY ? Integer.BYTES : 0;
        return Arrays.copyOfRange(one.array(), lengthBefore, one.size());
    }
}
