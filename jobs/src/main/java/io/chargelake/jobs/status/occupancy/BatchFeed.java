package io.chargelake.jobs.status.occupancy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Polls straight from the batches of a scan: no row is made, and words are resolved once a dictionary instead of once a
 * poll. About five times as fast as {@link RowFeed}, to which it leaves whatever is no plain scan.
 */
record BatchFeed(PollColumns columns) implements PollFeed {

    @Override
    public <T> JavaRDD<T> map(Task<T> task) {
        return ColumnarScan.of(columns.rows(), columns.wanted())
                .map(scan -> map(scan, columns.type(), task))
                .orElseGet(() -> new RowFeed(columns).map(task));
    }

    @Override
    public PollFeed between(long firstSecond, long lastSecond) {
        return new BatchFeed(columns.between(firstSecond, lastSecond));
    }

    private static <T> JavaRDD<T> map(ColumnarScan scan, OptionalInt type, Task<T> task) {
        int[] ordinals = scan.ordinals();
        int typeOfAll = type.orElse(DeviceNumbers.MISSING);
        boolean typed = type.isPresent();
        return scan.batches()
                .mapPartitions(batches -> task.run(intake -> {
                    Reader reader = new Reader(ordinals, intake);
                    if (typed) {
                        reader.readAll(batches, typeOfAll);
                    } else {
                        reader.readAll(batches);
                    }
                    intake.flush();
                }));
    }

    /** Reads the batches of one task. */
    private static final class Reader {
        private final int[] ordinals;
        private final PollIntake intake;
        private final WordColumn ids;
        private final WordColumn statuses;
        private final WordColumn types =
                new WordColumn(word -> word == null ? DeviceNumbers.MISSING : PollColumns.type(word));
        private final TimeColumn times = new TimeColumn();
        private int[] oneType = new int[0];

        Reader(int[] ordinals, PollIntake intake) {
            this.ordinals = ordinals;
            this.intake = intake;
            this.ids = new WordColumn(intake.devices()::id);
            this.statuses = new WordColumn(intake.statuses()::code);
        }

        void readAll(Iterator<ColumnarBatch> batches) {
            while (batches.hasNext()) {
                ColumnarBatch batch = batches.next();
                read(batch, types.read(batch.column(ordinals[PollColumns.TYPE]), batch.numRows()));
            }
        }

        void readAll(Iterator<ColumnarBatch> batches, int type) {
            while (batches.hasNext()) {
                ColumnarBatch batch = batches.next();
                if (oneType.length < batch.numRows()) {
                    oneType = new int[batch.numRows()];
                    Arrays.fill(oneType, type);
                }
                read(batch, oneType);
            }
        }

        private void read(ColumnarBatch batch, int[] type) {
            int rows = batch.numRows();
            ColumnVector time = batch.column(ordinals[PollColumns.TIME]);
            int[] id = ids.read(batch.column(ordinals[PollColumns.ID]), rows);
            int[] status = statuses.read(batch.column(ordinals[PollColumns.STATUS]), rows);
            long[] second = times.read(time, rows);
            if (!time.hasNull()) {
                intake.addAll(type, id, second, status, rows);
                return;
            }
            for (int i = 0; i < rows; i++) {
                if (time.isNullAt(i)) {
                    intake.addTimeless(type[i], id[i]);
                } else {
                    intake.add(type[i], id[i], second[i], status[i]);
                }
            }
        }
    }
}
