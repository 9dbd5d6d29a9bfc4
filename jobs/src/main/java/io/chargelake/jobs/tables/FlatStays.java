package io.chargelake.jobs.tables;

/** Vehicles plugged in at sites, as files tell them. */
public final class FlatStays {
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle");
    public static final Col SITE_ID = Col.string("site_id").required().means("where it stays");
    public static final Col ARRIVAL = Col.timestamp("arrival").required().means("when it is plugged in");
    public static final Col DEPARTURE = Col.timestamp("departure").required().means("when it leaves");
    public static final Col SOC_ARRIVAL =
            Col.real("soc_arrival").required().unit("%").means("state of charge at arrival");
    public static final Col SOC_TARGET =
            Col.real("soc_target").required().unit("%").means("state of charge wanted at departure");
    public static final Col MODEL =
            Col.string("model").means("of the catalogue, for what the row does not tell of the vehicle");
    public static final Col BATTERY_KWH = Col.real("battery_kwh").unit("kWh").means("capacity of the battery");
    public static final Col AC_KW = Col.real("ac_kw").unit("kW").means("most it takes of alternating current");
    public static final Col DC_KW = Col.real("dc_kw").unit("kW").means("most it takes of direct current");
    public static final Col V2G = Col.bool("v2g").means("whether it gives energy back (default: the model's, else no)");
    public static final Col CHARGER_KW =
            Col.real("charger_kw").required().unit("kW").means("power of the charger");
    public static final Col CHARGER_CLASS =
            Col.string("charger_class").means("`AC`, `DC_FAST` or `DC_ULTRA` (default: by power)");
    public static final Col PHASE = Col.integer("phase")
            .means("1, 2 or 3: the conductor of a single-phase charger (AC up to 7.4 kW); others are on all");

    public static final Table TABLE = Table.of(
            "flat_stays",
            Layer.RAW,
            "Vehicles plugged in at sites (CSV or Parquet)",
            VEHICLE_ID,
            SITE_ID,
            ARRIVAL,
            DEPARTURE,
            SOC_ARRIVAL,
            SOC_TARGET,
            MODEL,
            BATTERY_KWH,
            AC_KW,
            DC_KW,
            V2G,
            CHARGER_KW,
            CHARGER_CLASS,
            PHASE);

    private FlatStays() {}
}
