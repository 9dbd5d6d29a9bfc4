package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataTypes;

/** A required column of sets of a few known words, each set an int with a bit for each word. */
public final class SetColumn extends FileColumn {
    private static final String ELEMENT = "element";
    private static final int FIRST_OF_ROW = 0;
    private static final int NEXT_OF_ROW = 1;

    private final byte[][] words;
    private final int width;
    private HybridEncoder repetitions;
    private HybridEncoder presences;
    private HybridEncoder places;
    private int used; // words that occur, as bits
    private int empty;
    private int entries;

    /** @param words at most 31; the one at place i stands for bit i */
    public SetColumn(Col col, List<String> words) {
        super(col);
        require(DataTypes.createArrayType(DataTypes.StringType));
        requireRequired();
        if (words.isEmpty() || words.size() >= Integer.SIZE) {
            throw new IllegalArgumentException("Cannot write sets of " + words.size() + " words");
        }
        this.words = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(words.size() - 1));
        clear();
    }

    public void add(int set) {
        if (set >>> words.length != 0) {
            throw new IllegalArgumentException("Cannot write set " + set + " of " + words.length + " words");
        }
        used |= set;
        if (set == 0) {
            repetitions.add(FIRST_OF_ROW, 1);
            presences.add(0, 1);
            empty++;
            entries++;
        }
        int repetition = FIRST_OF_ROW;
        for (int rest = set; rest != 0; rest &= rest - 1) {
            repetitions.add(repetition, 1);
            presences.add(1, 1);
            places.add(Integer.numberOfTrailingZeros(rest), 1);
            repetition = NEXT_OF_ROW;
            entries++;
        }
    }

    @Override
    Type type(FileTarget target) {
        PrimitiveType element = Types.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(ELEMENT);
        int elementId = target.fieldId(col().name() + "." + ELEMENT);
        var list = Types.requiredList().element(elementId > 0 ? element.withId(elementId) : element);
        int id = target.fieldId(col().name());
        return (id > 0 ? list.id(id) : list).named(col().name());
    }

    @Override
    int entries(int rows) {
        return entries;
    }

    @Override
    void writeTo(ChunkWriter chunk) throws IOException {
        bound(chunk);
        ByteSink dictionary = new ByteSink();
        for (byte[] word : words) {
            dictionary.putText(word);
        }
        var lists = new ChunkWriter.Lists(repetitions.bytes(), presences.bytes(), empty);
        chunk.writeLists(dictionary, words.length, lists, width, places.bytes());
        clear();
    }

    private void bound(ChunkWriter chunk) {
        byte[][] found = IntStream.range(0, words.length)
                .filter(i -> (used >>> i & 1) == 1)
                .mapToObj(i -> words[i])
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        if (found.length > 0) {
            chunk.bounds(found[0], found[found.length - 1]);
        }
    }

    private void clear() {
        repetitions = new HybridEncoder(1, 0);
        presences = new HybridEncoder(1, 0);
        places = new HybridEncoder(width, 0);
        used = 0;
        empty = 0;
        entries = 0;
    }
}
