package io.chargelake.jobs.tables;

/** Charges of a vehicle that belong together. It lies on the day it begins. */
public final class ChargeSession {
    public static final Col SESSION_ID = Col.string("session_id").required().means("id of its first charge");
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle");
    public static final Col START_TIME = Col.timestamp("start_time").required().means("when its first charge began");
    public static final Col END_TIME = Col.timestamp("end_time").required().means("when its last charge ended");
    public static final Col DURATION_S =
            Col.bigint("duration_s").required().unit("s").means("from start to end, gaps included");
    public static final Col ENERGY_KWH =
            Col.real("energy_kwh").unit("kWh").means("sum of its charges; empty where that of one is not known");
    public static final Col SOC_START = Col.real("soc_start").unit("%").means("state of charge at the start");
    public static final Col SOC_END = Col.real("soc_end").unit("%").means("state of charge at the end");
    public static final Col POWER_MEAN_KW =
            Col.real("power_mean_kw").unit("kW").means("energy by the time of charging, gaps left out");
    public static final Col POWER_MAX_KW = Col.real("power_max_kw").unit("kW").means("highest power of its charges");
    public static final Col POWER_TYPE = Col.string("power_type").means("`AC` or `DC`, of the first charge");
    public static final Col ZONE = Col.string("zone").means("time zone of the place, of the first charge");
    public static final Col CHARGES = Col.integer("charges").required().means("charges it was made of");
    public static final Col COMPLETE = Col.bool("complete")
            .required()
            .means("whether a trip before and one after agree with it and nothing is amiss: `flags` is empty");
    public static final Col FLAGS = Col.strings("flags").required().means("why it is not complete, see sessions.md");

    public static final Table TABLE = Table.of(
                    "charge_session",
                    Layer.GOLD,
                    "Charge sessions: charges that belong together",
                    SESSION_ID,
                    VEHICLE_ID,
                    START_TIME,
                    END_TIME,
                    DURATION_S,
                    ENERGY_KWH,
                    SOC_START,
                    SOC_END,
                    POWER_MEAN_KW,
                    POWER_MAX_KW,
                    POWER_TYPE,
                    ZONE,
                    CHARGES,
                    COMPLETE,
                    FLAGS)
            .byDayOf(START_TIME)
            .key(SESSION_ID)
            .clusterBy(VEHICLE_ID, START_TIME);

    private ChargeSession() {}
}
