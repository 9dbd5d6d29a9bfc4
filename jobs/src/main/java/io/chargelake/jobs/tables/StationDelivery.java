package io.chargelake.jobs.tables;

/** Which day each register was delivered: a version of a station holds from one of these days to another. */
public final class StationDelivery {
    public static final Col SOURCE = Col.string("source").required().means("register");
    public static final Col DELIVERED_ON =
            Col.date("delivered_on").required().means("day the register stood so (--as-of)");
    public static final Col STATIONS = Col.bigint("stations").required().means("stations in it");
    public static final Col COMPLETE = Col.bool("complete")
            .required()
            .means("whether all of it could be read: only then a station that is not in it is closed");

    public static final Table TABLE = Table.of(
                    "station_delivery",
                    Layer.CLEAN,
                    "Deliveries of station registers",
                    SOURCE,
                    DELIVERED_ON,
                    STATIONS,
                    COMPLETE)
            .key(SOURCE, DELIVERED_ON);

    private StationDelivery() {}
}
