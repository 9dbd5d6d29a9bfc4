package io.chargelake.jobs.status.occupancy;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * A column of times in batches, read as seconds. All devices are polled at once, so most rows have the time of the one
 * before, and a division for each would cost more than anything else that is done with it.
 */
final class TimeColumn {
    private static final long MICROS = 1_000_000;

    private long[] seconds = new long[0];

    /** The seconds of a batch's rows, any for null; good until the next call. */
    long[] read(ColumnVector column, int rows) {
        if (seconds.length < rows) {
            seconds = new long[rows];
        }
        if (column instanceof WritableColumnVector vector && vector.hasDictionary()) {
            readPlaces(vector, vector.getDictionaryIds().getInts(0, rows), rows);
        } else {
            readMicros(column.getLongs(0, rows), rows);
        }
        return seconds;
    }

    private void readPlaces(ColumnVector column, int[] places, int rows) {
        long[] to = seconds;
        int place = -1;
        long second = 0;
        for (int i = 0; i < rows; i++) {
            if (places[i] != place && !column.isNullAt(i)) {
                place = places[i];
                second = Math.floorDiv(column.getLong(i), MICROS);
            }
            to[i] = second;
        }
    }

    private void readMicros(long[] micros, int rows) {
        long[] to = seconds;
        long last = 0;
        long second = 0;
        for (int i = 0; i < rows; i++) {
            if (micros[i] != last) {
                last = micros[i];
                second = Math.floorDiv(last, MICROS);
            }
            to[i] = second;
        }
    }
}
