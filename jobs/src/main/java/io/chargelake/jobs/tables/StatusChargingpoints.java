package io.chargelake.jobs.tables;

/** Fact: the status of each charging point at each poll. */
public final class StatusChargingpoints {
    public static final Col ID_STATUS_CP =
            Col.string("id_status_cp").required().means("`<id_chargingpoint>@<epoch seconds>`");
    public static final Col ID_CHARGINGPOINT =
            Col.string("id_chargingpoint").required().means("charging point");
    public static final Col QUERY_TIME = Col.timestamp("query_time").required().means("time of the poll, UTC");
    public static final Col STATUS_CP = Col.string("status_cp").required().means("one of the nine OCPI statuses");
    public static final Col STATUS_PARKINGSENSOR =
            Col.string("status_parkingsensor").means("state of the parking sensor, where there is one");
    public static final Col STATUS_RAW =
            Col.string("status_raw").means("the source's own word, where it was not canonical");

    public static final Table TABLE = Table.of(
                    "status_chargingpoints",
                    Layer.CLEAN,
                    "Status of every charging point at every poll",
                    ID_STATUS_CP,
                    ID_CHARGINGPOINT,
                    QUERY_TIME,
                    STATUS_CP,
                    STATUS_PARKINGSENSOR,
                    STATUS_RAW)
            .byDayOf(QUERY_TIME)
            .key(ID_STATUS_CP)
            .clusterBy(ID_CHARGINGPOINT, QUERY_TIME);

    private StatusChargingpoints() {}
}
