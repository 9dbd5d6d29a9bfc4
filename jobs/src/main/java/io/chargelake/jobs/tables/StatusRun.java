package io.chargelake.jobs.tables;

import org.apache.spark.sql.types.DataTypes;

/** What a device's status was, from when to when. A run lies on the day of its last poll: a new day moves only what goes on. */
public final class StatusRun {
    public static final Col DEVICE_TYPE = Col.string("device_type").required().means("`point` or `connector`");
    public static final Col DEVICE_ID =
            Col.string("device_id").required().means("id of the charging point or connector");
    public static final Col STATUS = Col.string("status").required().means("one of the nine OCPI statuses");
    public static final Col START_TIME = Col.timestamp("start_time").required().means("first poll");
    public static final Col END_TIME = Col.timestamp("end_time").required().means("where the last poll stops holding");
    public static final Col POLLS = Col.integer("polls").required().means("seconds at which the device was polled");
    public static final Col DURATION_S =
            Col.bigint("duration_s").required().unit("s").means("from start to end");
    public static final Col LAST_POLL = Col.timestamp("last_poll").required().means("last poll");
    public static final Col PARTS = Col.of("parts", DataTypes.BinaryType)
            .means("of a run that crosses midnights, what each day holds; for computing days anew");

    public static final Table TABLE = Table.of(
                    "status_run",
                    Layer.GOLD,
                    "Runs: as long as a device kept its status without a gap",
                    DEVICE_TYPE,
                    DEVICE_ID,
                    STATUS,
                    START_TIME,
                    END_TIME,
                    POLLS,
                    DURATION_S,
                    LAST_POLL,
                    PARTS)
            .byDayOf(LAST_POLL)
            .key(DEVICE_TYPE, DEVICE_ID, LAST_POLL)
            .clusterBy(DEVICE_TYPE, DEVICE_ID, START_TIME);

    private StatusRun() {}
}
