package io.chargelake.jobs.raw.pages;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.values.ValuesReader;

/** A column of times in microseconds, read as seconds. */
public final class TimePages extends PageColumn {
    /** Stands for a time that is not there. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long MICROS = 1_000_000;

    private final long[] seconds;
    private long[] secondOfPlace;
    private int[] places = new int[0];

    /** @param seconds filled by {@link #read} */
    public TimePages(ColumnDescriptor column, long[] seconds) {
        super(column);
        this.seconds = seconds;
    }

    @Override
    void translate(Dictionary dictionary) {
        secondOfPlace = new long[dictionary.getMaxId() + 1];
        for (int place = 0; place < secondOfPlace.length; place++) {
            secondOfPlace[place] = Math.floorDiv(dictionary.decodeToLong(place), MICROS);
        }
    }

    @Override
    void storePlaces(HybridDecoder of, int count, int at) {
        if (places.length < count) {
            places = new int[count];
        }
        of.read(places, 0, count);
        long[] to = seconds;
        long[] known = secondOfPlace;
        int[] from = places;
        for (int i = 0; i < count; i++) {
            to[at + i] = known[from[i]];
        }
    }

    @Override
    void storeValues(ValuesReader of, int count, int at) {
        for (int i = 0; i < count; i++) {
            seconds[at + i] = Math.floorDiv(of.readLong(), MICROS);
        }
    }

    @Override
    void spread(int[] present, int count, int at) {
        int next = at;
        for (int i = 0; i < count; i++) {
            next += present[i];
        }
        for (int i = count - 1; i >= 0; i--) {
            seconds[at + i] = present[i] == 0 ? NONE : seconds[--next];
        }
    }
}
