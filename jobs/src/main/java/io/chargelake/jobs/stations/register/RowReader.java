package io.chargelake.jobs.stations.register;

import java.util.List;
import java.util.Set;

/** How a register of rows is written down. */
interface RowReader {

    /** Columns without which no station can be told; of several names for one, parted by {@code |}, one is enough. */
    List<String> required();

    /** All columns that are known, whether they are used or not: others are told as new. */
    Set<String> known();

    /** @param raw the row as received */
    void read(Fields row, String raw, RegisterRows into);
}
