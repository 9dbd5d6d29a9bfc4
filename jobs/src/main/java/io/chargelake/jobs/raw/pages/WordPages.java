package io.chargelake.jobs.raw.pages;

import java.util.function.ToIntFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.spark.unsafe.types.UTF8String;

/** A column of texts, read as numbers. */
public final class WordPages extends PageColumn {
    private final ToIntFunction<UTF8String> numberOf;
    private final int[] numbers;
    private int[] numberOfPlace;

    /**
     * @param numberOf is given null for null
     * @param numbers filled by {@link #read}
     */
    public WordPages(ColumnDescriptor column, ToIntFunction<UTF8String> numberOf, int[] numbers) {
        super(column);
        this.numberOf = numberOf;
        this.numbers = numbers;
    }

    @Override
    void translate(Dictionary dictionary) {
        numberOfPlace = new int[dictionary.getMaxId() + 1];
        for (int place = 0; place < numberOfPlace.length; place++) {
            numberOfPlace[place] = number(dictionary.decodeToBinary(place).getBytes());
        }
    }

    @Override
    void storePlaces(HybridDecoder of, int count, int at) {
        of.read(numbers, at, count, numberOfPlace);
    }

    @Override
    void storeValues(ValuesReader of, int count, int at) {
        for (int i = 0; i < count; i++) {
            numbers[at + i] = number(of.readBytes().getBytes());
        }
    }

    @Override
    void spread(int[] present, int count, int at) {
        int missing = numberOf.applyAsInt(null);
        int next = at;
        for (int i = 0; i < count; i++) {
            next += present[i];
        }
        for (int i = count - 1; i >= 0; i--) {
            numbers[at + i] = present[i] == 0 ? missing : numbers[--next];
        }
    }

    private int number(byte[] utf8) {
        return numberOf.applyAsInt(UTF8String.fromBytes(utf8));
    }
}
