package io.chargelake.jobs.tables;

/** Fact: the status of each connector at each poll. */
public final class StatusConnectors {
    public static final Col ID_STATUS_CONNECTORS =
            Col.string("id_status_connectors").required().means("`<id_connector>@<epoch seconds>`");
    public static final Col ID_CONNECTOR = Col.string("id_connector").required().means("connector");
    public static final Col QUERY_TIME = Col.timestamp("query_time").required().means("time of the poll, UTC");
    public static final Col STATUS_CONNECTOR =
            Col.string("status_connector").required().means("one of the nine OCPI statuses");
    public static final Col STATUS_RAW =
            Col.string("status_raw").means("the source's own word, where it was not canonical");

    public static final Table TABLE = Table.of(
                    "status_connectors",
                    Layer.CLEAN,
                    "Status of every connector at every poll",
                    ID_STATUS_CONNECTORS,
                    ID_CONNECTOR,
                    QUERY_TIME,
                    STATUS_CONNECTOR,
                    STATUS_RAW)
            .byDayOf(QUERY_TIME)
            .key(ID_STATUS_CONNECTORS)
            .clusterBy(ID_CONNECTOR, QUERY_TIME);

    private StatusConnectors() {}
}
