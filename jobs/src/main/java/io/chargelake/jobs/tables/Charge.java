package io.chargelake.jobs.tables;

/** A charge as its source recorded it, in plain units and UTC. */
public final class Charge {
    public static final Col CHARGE_ID = Col.string("charge_id").required().means("charge");
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle");
    public static final Col START_TIME = Col.timestamp("start_time").required().means("when it began, UTC");
    public static final Col END_TIME = Col.timestamp("end_time").required().means("when it ended, UTC");
    public static final Col ENERGY_KWH = Col.real("energy_kwh").unit("kWh").means("energy charged");
    public static final Col SOC_START = Col.real("soc_start").unit("%").means("state of charge before, 0 to 100");
    public static final Col SOC_END = Col.real("soc_end").unit("%").means("state of charge behind, 0 to 100");
    public static final Col POWER_MEAN_KW = Col.real("power_mean_kw").unit("kW").means("mean power while charging");
    public static final Col POWER_MAX_KW = Col.real("power_max_kw").unit("kW").means("highest power");
    public static final Col POWER_TYPE = Col.string("power_type").means("`AC` or `DC`");
    public static final Col ZONE = Col.string("zone").means("time zone of the place, e.g. `Europe/Berlin`");
    public static final Col DERIVED_END = Col.bool("derived_end")
            .required()
            .means("whether the end was derived from capacity, change of SOC and power");

    public static final Col TEXT_RAW =
            Col.string("text_raw").means("texts as they came, as JSON, where a wrong decoding was repaired");

    public static final Table TABLE = Table.of(
                    "charge",
                    Layer.CLEAN,
                    "Charges of vehicles",
                    CHARGE_ID,
                    VEHICLE_ID,
                    START_TIME,
                    END_TIME,
                    ENERGY_KWH,
                    SOC_START,
                    SOC_END,
                    POWER_MEAN_KW,
                    POWER_MAX_KW,
                    POWER_TYPE,
                    ZONE,
                    DERIVED_END,
                    TEXT_RAW)
            .byDayOf(START_TIME)
            .key(CHARGE_ID)
            .clusterBy(VEHICLE_ID, START_TIME);

    private Charge() {}
}
