package io.chargelake.jobs.tables;

/** The {@code flat} form of status polls: one row a device and poll, as CSV or Parquet. */
public final class FlatPolls {
    public static final Col DEVICE_TYPE = Col.string("device_type").required().means("`point` or `connector`");
    public static final Col DEVICE_ID =
            Col.string("device_id").required().means("id of the charging point or connector");
    public static final Col QUERY_TIME =
            Col.timestamp("query_time").required().means("when the status was asked for; ISO 8601 with offset, or UTC");
    public static final Col STATUS = Col.string("status").required().means("status as the source words it");
    public static final Col PARKING_SENSOR =
            Col.string("parking_sensor").means("state of the parking sensor, where there is one");

    public static final Table TABLE = Table.of(
                    "flat_polls",
                    Layer.RAW,
                    "Status polls of public charging points, one row a device and poll",
                    DEVICE_TYPE,
                    DEVICE_ID,
                    QUERY_TIME,
                    STATUS,
                    PARKING_SENSOR)
            .key(DEVICE_TYPE, DEVICE_ID, QUERY_TIME);

    private FlatPolls() {}
}
