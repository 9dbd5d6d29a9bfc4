package io.chargelake.jobs.tables;

/** What is known of each device now: its last poll, and since when its status has been the same. */
public final class StatusCurrent {
    public static final Col DEVICE_TYPE = Col.string("device_type").required().means("`point` or `connector`");
    public static final Col DEVICE_ID =
            Col.string("device_id").required().means("id of the charging point or connector");
    public static final Col STATUS =
            Col.string("status").required().means("one of the nine OCPI statuses, as the last poll says it");
    public static final Col SINCE = Col.timestamp("since")
            .required()
            .means("first poll of this status without a gap; `start_time` of the device's last `status_run`");
    public static final Col AS_OF = Col.timestamp("as_of").required().means("last poll of the device");

    public static final Table TABLE = Table.of(
                    "status_current",
                    Layer.GOLD,
                    "Status of every device at its last poll, kept by `ingest-status --follow`",
                    DEVICE_TYPE,
                    DEVICE_ID,
                    STATUS,
                    SINCE,
                    AS_OF)
            .key(DEVICE_TYPE, DEVICE_ID);

    private StatusCurrent() {}
}
