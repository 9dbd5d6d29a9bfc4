package io.chargelake.jobs.status.occupancy;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column of words in batches, read as numbers. Words in a dictionary are looked up once for each dictionary, not for
 * each row; a batch that comes without one is looked up row by row.
 */
final class WordColumn {
    private static final int NOT_SEEN = Integer.MIN_VALUE;

    private final ToIntFunction<UTF8String> numberOf;
    private Object dictionary;
    private int[] known = new int[0]; // numbers by place in the dictionary
    private int[] numbers = new int[0];

    /** @param numberOf is given null for null */
    WordColumn(ToIntFunction<UTF8String> numberOf) {
        this.numberOf = numberOf;
    }

    /** The numbers of a batch's rows; good until the next call. */
    int[] read(ColumnVector column, int rows) {
        if (numbers.length < rows) {
            numbers = new int[rows];
        }
        if (column instanceof WritableColumnVector vector && vector.hasDictionary()) {
            Object now = ColumnarScan.dictionary(vector);
            if (now != null) {
                if (now != dictionary) {
                    dictionary = now;
                    Arrays.fill(known, NOT_SEEN);
                }
                readPlaces(vector, rows);
                return numbers;
            }
        }
        readWords(column, rows);
        return numbers;
    }

    private void readPlaces(WritableColumnVector column, int rows) {
        int[] places = column.getDictionaryIds().getInts(0, rows);
        int[] numberOfPlace = known;
        int[] to = numbers;
        boolean nulls = column.hasNull();
        for (int i = 0; i < rows; i++) {
            if (nulls && column.isNullAt(i)) {
                to[i] = numberOf.applyAsInt(null);
                continue;
            }
            int place = places[i];
            int number = place < numberOfPlace.length ? numberOfPlace[place] : NOT_SEEN;
            if (number == NOT_SEEN) {
                number = learn(place, column.getUTF8String(i));
                numberOfPlace = known;
            }
            to[i] = number;
        }
    }

    private void readWords(ColumnVector column, int rows) {
        for (int i = 0; i < rows; i++) {
            numbers[i] = numberOf.applyAsInt(column.isNullAt(i) ? null : column.getUTF8String(i));
        }
    }

    private int learn(int place, UTF8String word) {
        if (place >= known.length) {
            int before = known.length;
            known = Arrays.copyOf(known, Math.max(place + 1, 2 * before));
            Arrays.fill(known, before, known.length, NOT_SEEN);
        }
        known[place] = numberOf.applyAsInt(word);
        return known[place];
    }
}
