package io.chargelake.jobs.tables;

/** How devices and groups of them were used in a local day, week, month or year. */
public final class Utilization {
    public static final Col LEVEL =
            Col.string("level").required().means("`connector`, `point`, `station`, `city` or `operator`");
    public static final Col KEY = Col.string("key").required().means("id of the device or station, or name");
    public static final Col PERIOD = Col.string("period").required().means("`day`, `week`, `month` or `year`");
    public static final Col PERIOD_START =
            Col.date("period_start").required().means("first day, by the calendar of the network's zone");
    public static final Col DEVICES =
            Col.bigint("devices").required().means("devices observed: connectors, else points");
    public static final Col OCCUPIED_SHARE = Col.real("occupied_share").means("of the observed time");
    public static final Col AVAILABLE_SHARE = Col.real("available_share").means("of the observed time");
    public static final Col OUT_OF_SERVICE_SHARE =
            Col.real("out_of_service_share").means("of the observed time");
    public static final Col OBSERVED_SHARE =
            Col.real("observed_share").required().means("of the time the period lasts for all devices");
    public static final Col SESSIONS = Col.bigint("sessions").required().means("sessions that start in the period");
    public static final Col MEAN_SESSION_S =
            Col.real("mean_session_s").unit("s").means("their mean duration; empty without sessions");
    public static final Col AVAILABLE_S = seconds("available_s", "available");
    public static final Col OCCUPIED_S = seconds("occupied_s", "occupied");
    public static final Col BLOCKED_S = seconds("blocked_s", "blocked or reserved");
    public static final Col OUT_OF_SERVICE_S = seconds("out_of_service_s", "out of service");
    public static final Col SESSION_S = seconds("session_s", "of the sessions that start in the period");

    public static final Table TABLE = Table.of(
                    "utilization",
                    Layer.GOLD,
                    "Use of each connector, point, station, city and operator by local periods",
                    LEVEL,
                    KEY,
                    PERIOD,
                    PERIOD_START,
                    DEVICES,
                    OCCUPIED_SHARE,
                    AVAILABLE_SHARE,
                    OUT_OF_SERVICE_SHARE,
                    OBSERVED_SHARE,
                    SESSIONS,
                    MEAN_SESSION_S,
                    AVAILABLE_S,
                    OCCUPIED_S,
                    BLOCKED_S,
                    OUT_OF_SERVICE_S,
                    SESSION_S)
            .byDayOf(PERIOD_START)
            .key(LEVEL, KEY, PERIOD, PERIOD_START);

    private static Col seconds(String name, String of) {
        return Col.bigint(name).required().unit("s").means("seconds " + of);
    }

    private Utilization() {}
}
