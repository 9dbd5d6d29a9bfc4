package io.chargelake.jobs.tables;

/** What is wrong with devices and feeds, or was, by how they were used. */
public final class Anomaly {
    public static final Col KIND =
            Col.string("kind").required().means("`silent`, `stuck_occupied`, `flapping` or `feed_fault`");
    public static final Col LEVEL =
            Col.string("level").required().means("`connector` or `point`; of a feed `station` or `operator`");
    public static final Col KEY = Col.string("key").required().means("id of the device or station, or name");
    public static final Col SINCE = Col.timestamp("since").required().means("begin of its first hour");
    public static final Col NOTICED_AT =
            Col.timestamp("noticed_at").required().means("end of the hour after which it was known");
    public static final Col UNTIL =
            Col.timestamp("until").means("begin of the first hour without it; empty while it lasts");
    public static final Col SCORE =
            Col.real("score").required().means("how improbable it is without a fault: 4 is one in ten thousand");
    public static final Col LOST_SESSIONS =
            Col.real("lost_sessions").required().means("sessions that would have been usual");
    public static final Col LOST_KWH =
            Col.real("lost_kwh").required().unit("kWh").means("their energy, by `--kwh-per-session`");
    public static final Col EVIDENCE = Col.string("evidence").required().means("why, in words");
    public static final Col STATION = Col.string("station").means("station of the device");
    public static final Col OPERATOR_NAME = Col.string("operator_name").means("who runs it");

    public static final Table TABLE = Table.of(
                    "anomaly",
                    Layer.GOLD,
                    "Faults of devices and feeds, told by how they are used",
                    KIND,
                    LEVEL,
                    KEY,
                    SINCE,
                    NOTICED_AT,
                    UNTIL,
                    SCORE,
                    LOST_SESSIONS,
                    LOST_KWH,
                    EVIDENCE,
                    STATION,
                    OPERATOR_NAME)
            .key(KIND, LEVEL, KEY, SINCE);

    private Anomaly() {}
}
