package io.chargelake.jobs.status.occupancy;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Polls of the facts, which are of devices of one type, straight from the batches of a scan: no row is made, and words are
 * resolved once a dictionary instead of once a poll. About five times as fast as {@link RowFeed}, to which it leaves
 * whatever is no plain scan.
 */
record BatchFeed(PollColumns columns) implements PollFeed {

    @Override
    public <T> JavaRDD<T> map(Task<T> task) {
        return ColumnarScan.of(columns.rows(), columns.wanted())
                .map(scan -> map(scan, columns.type().orElseThrow(), task))
                .orElseGet(() -> new RowFeed(columns).map(task));
    }

    @Override
    public PollFeed between(long firstSecond, long lastSecond) {
        return new BatchFeed(columns.between(firstSecond, lastSecond));
    }

    private static <T> JavaRDD<T> map(ColumnarScan scan, int type, Task<T> task) {
        int[] ordinals = scan.ordinals();
        return scan.batches()
                .mapPartitions(batches -> task.run(intake -> {
                    Reader reader = new Reader(ordinals, type, intake);
                    while (batches.hasNext()) {
                        reader.read(batches.next());
                    }
                    intake.flush();
                }));
    }

    /** Reads the batches of one task. */
    private static final class Reader {
        private final int[] ordinals;
        private final int type;
        private final PollIntake intake;
        private final WordColumn ids;
        private final WordColumn statuses;
        private final TimeColumn times = new TimeColumn();
        private int[] types = new int[0];

        Reader(int[] ordinals, int type, PollIntake intake) {
            this.ordinals = ordinals;
            this.type = type;
            this.intake = intake;
            this.ids = new WordColumn(intake.devices()::id);
            this.statuses = new WordColumn(intake.statuses()::code);
        }

        void read(ColumnarBatch batch) {
            int rows = batch.numRows();
            if (types.length < rows) {
                types = new int[rows];
                Arrays.fill(types, type);
            }
            ColumnVector time = batch.column(ordinals[PollColumns.TIME]);
            int[] id = ids.read(batch.column(ordinals[PollColumns.ID]), rows);
            int[] status = statuses.read(batch.column(ordinals[PollColumns.STATUS]), rows);
            long[] second = times.read(time, rows);
            if (!time.hasNull()) {
                intake.addAll(types, id, second, status, rows);
                return;
            }
            for (int i = 0; i < rows; i++) {
                if (time.isNullAt(i)) {
                    intake.addTimeless(type, id[i]);
                } else {
                    intake.add(type, id[i], second[i], status[i]);
                }
            }
        }
    }
}
