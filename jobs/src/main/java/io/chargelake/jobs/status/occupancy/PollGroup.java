package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.raw.RawFile;
import java.io.Serializable;

/**
 * A row group of a Parquet file of polls.
 *
 * @param index place in the file
 * @param bytes as stored
 * @param firstSecond no poll is before it; the least of all numbers where this is not known
 * @param lastSecond no poll is after it
 */
record PollGroup(RawFile file, int index, long bytes, long firstSecond, long lastSecond) implements Serializable {

    boolean mayHold(long first, long last) {
        return firstSecond <= last && lastSecond >= first;
    }
}
