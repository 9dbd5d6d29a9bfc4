package io.chargelake.jobs.tables;

/** A device in use. Like the runs it is made of, a session lies on the day of its last poll. */
public final class ChargingSession {
    public static final Col SESSION_ID =
            Col.string("session_id").required().means("`<device id>@<epoch seconds of the start>`");
    public static final Col DEVICE_TYPE = Col.string("device_type").required().means("`point` or `connector`");
    public static final Col DEVICE_ID =
            Col.string("device_id").required().means("id of the charging point or connector");
    public static final Col START_TIME =
            Col.timestamp("start_time").required().means("first poll that found it occupied");
    public static final Col END_TIME =
            Col.timestamp("end_time").required().means("where the last such poll stops holding");
    public static final Col DURATION_S =
            Col.bigint("duration_s").required().unit("s").means("from start to end");
    public static final Col POLLS = Col.integer("polls").required().means("seconds at which the device was polled");
    public static final Col LAST_POLL = Col.timestamp("last_poll").required().means("last poll that found it occupied");

    public static final Table TABLE = Table.of(
                    "charging_session",
                    Layer.GOLD,
                    "Sessions: as long as a device was occupied without a gap",
                    SESSION_ID,
                    DEVICE_TYPE,
                    DEVICE_ID,
                    START_TIME,
                    END_TIME,
                    DURATION_S,
                    POLLS,
                    LAST_POLL)
            .byDayOf(LAST_POLL)
            .key(DEVICE_TYPE, DEVICE_ID, LAST_POLL)
            .clusterBy(DEVICE_TYPE, DEVICE_ID, START_TIME);

    private ChargingSession() {}
}
