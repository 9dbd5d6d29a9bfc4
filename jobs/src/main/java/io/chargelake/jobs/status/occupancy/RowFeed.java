package io.chargelake.jobs.status.occupancy;

import java.util.OptionalInt;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Polls from any Dataset, row by row. */
record RowFeed(PollColumns columns) implements PollFeed {
    private static final long MICROS = 1_000_000;

    @Override
    public <T> JavaRDD<T> map(Task<T> task) {
        OptionalInt type = columns.type();
        int typeOfAll = type.orElse(DeviceNumbers.MISSING);
        boolean typed = type.isPresent();
        JavaRDD<InternalRow> rows =
                columns.wantedRows().queryExecution().toRdd().toJavaRDD();
        return rows.mapPartitions(part -> task.run(intake -> {
            while (part.hasNext()) {
                InternalRow row = part.next();
                add(row, typed ? typeOfAll : type(row), intake);
            }
            intake.flush();
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
        int id = intake.devices().id(text(row, PollColumns.ID));
        if (row.isNullAt(PollColumns.TIME)) {
            intake.addTimeless(type, id);
        } else {
            long second = Math.floorDiv(row.getLong(PollColumns.TIME), MICROS);
            intake.add(type, id, second, intake.statuses().code(text(row, PollColumns.STATUS)));
        }
    }

    private static UTF8String text(InternalRow row, int column) {
        return row.isNullAt(column) ? null : row.getUTF8String(column);
    }
}
