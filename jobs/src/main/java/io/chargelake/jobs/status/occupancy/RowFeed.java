package io.chargelake.jobs.status.occupancy;

import java.util.OptionalInt;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/** Polls from any Dataset, row by row. */
record RowFeed(PollColumns columns) implements PollFeed {

    @Override
    public <T> JavaRDD<T> map(Task<T> task) {
        OptionalInt type = columns.type();
        int typeOfAll = type.orElse(DeviceNumbers.MISSING);
        boolean typed = type.isPresent();
        JavaRDD<InternalRow> rows = columns.rows().queryExecution().toRdd().toJavaRDD();
        return rows.mapPartitions(part -> task.run(intake -> {
            while (part.hasNext()) {
                InternalRow row = part.next();
                add(row, typed ? typeOfAll : type(row), intake);
            }
        }));
    }

    @Override
    public PollFeed between(long firstSecond, long lastSecond) {
        return new RowFeed(columns.between(firstSecond, lastSecond));
    }

    private static int type(InternalRow row) {
        return row.isNullAt(PollColumns.TYPE)
                ? DeviceNumbers.MISSING
                : PollColumns.type(row.getUTF8String(PollColumns.TYPE));
    }

    private static void add(InternalRow row, int type, PollIntake intake) {
        var id = row.isNullAt(PollColumns.ID) ? null : row.getUTF8String(PollColumns.ID);
        var status = row.isNullAt(PollColumns.STATUS) ? null : row.getUTF8String(PollColumns.STATUS);
        if (row.isNullAt(PollColumns.TIME)) {
            intake.addTimeless(type, id);
        } else {
            intake.add(type, id, row.getLong(PollColumns.TIME), status);
        }
    }
}
