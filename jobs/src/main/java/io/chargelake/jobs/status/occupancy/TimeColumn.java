package io.chargelake.jobs.status.occupancy;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;

/** A column of times in batches, without nulls. All devices are polled at once: most rows have the time of the one before. */
final class TimeColumn {
    private long[] micros = new long[0];

    /** The times of a batch's rows; good until the next call. */
    long[] read(ColumnVector column, int rows) {
        if (!(column instanceof WritableColumnVector vector) || !vector.hasDictionary()) {
            return column.getLongs(0, rows);
        }
        if (micros.length < rows) {
            micros = new long[rows];
        }
        int[] places = vector.getDictionaryIds().getInts(0, rows);
        int place = -1;
        long time = 0;
        for (int i = 0; i < rows; i++) {
            if (places[i] != place) {
                place = places[i];
                time = column.getLong(i);
            }
            micros[i] = time;
        }
        return micros;
    }
}
