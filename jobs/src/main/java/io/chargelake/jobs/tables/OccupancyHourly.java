package io.chargelake.jobs.tables;

/** How each hour of a device was spent; the five durations always add to 3600. */
public final class OccupancyHourly {
    public static final Col DEVICE_TYPE = Col.string("device_type").required().means("`point` or `connector`");
    public static final Col DEVICE_ID =
            Col.string("device_id").required().means("id of the charging point or connector");
    public static final Col HOUR = Col.timestamp("hour").required().means("begin of the hour, UTC");
    public static final Col AVAILABLE_S = seconds("available_s", "available");
    public static final Col OCCUPIED_S = seconds("occupied_s", "occupied");
    public static final Col BLOCKED_S = seconds("blocked_s", "blocked or reserved");
    public static final Col OUT_OF_SERVICE_S = seconds("out_of_service_s", "out of service");
    public static final Col UNKNOWN_S = seconds("unknown_s", "unknown or not observed");
    public static final Col SESSIONS_STARTED =
            Col.integer("sessions_started").required().means("sessions that start in the hour");

    public static final Table TABLE = Table.of(
                    "occupancy_hourly",
                    Layer.GOLD,
                    "Occupancy of each device by the hour, from its first to its last observed one",
                    DEVICE_TYPE,
                    DEVICE_ID,
                    HOUR,
                    AVAILABLE_S,
                    OCCUPIED_S,
                    BLOCKED_S,
                    OUT_OF_SERVICE_S,
                    UNKNOWN_S,
                    SESSIONS_STARTED)
            .byDayOf(HOUR)
            .key(DEVICE_TYPE, DEVICE_ID, HOUR);

    private static Col seconds(String name, String of) {
        return Col.integer(name).required().unit("s").means("seconds " + of);
    }

    private OccupancyHourly() {}
}
