package io.chargelake.jobs.tables;

/** A drive as its source recorded it, in plain units and UTC. */
public final class Drive {
    public static final Col DRIVE_ID = Col.string("drive_id").required().means("drive");
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle");
    public static final Col START_TIME = Col.timestamp("start_time").required().means("when it began, UTC");
    public static final Col END_TIME = Col.timestamp("end_time").required().means("when it ended, UTC");
    public static final Col DISTANCE_KM = Col.real("distance_km").unit("km").means("distance driven");
    public static final Col ENERGY_KWH = Col.real("energy_kwh").unit("kWh").means("energy used");
    public static final Col SOC_START = Col.real("soc_start").unit("%").means("state of charge before, 0 to 100");
    public static final Col SOC_END = Col.real("soc_end").unit("%").means("state of charge behind, 0 to 100");
    public static final Col ODOMETER_START_KM =
            Col.real("odometer_start_km").unit("km").means("odometer before");
    public static final Col ODOMETER_END_KM =
            Col.real("odometer_end_km").unit("km").means("odometer behind");
    public static final Col OUTSIDE_TEMP_C =
            Col.real("outside_temp_c").unit("°C").means("outside temperature");

    public static final Col TEXT_RAW =
            Col.string("text_raw").means("texts as they came, as JSON, where a wrong decoding was repaired");

    public static final Table TABLE = Table.of(
                    "drive",
                    Layer.CLEAN,
                    "Drives of vehicles",
                    DRIVE_ID,
                    VEHICLE_ID,
                    START_TIME,
                    END_TIME,
                    DISTANCE_KM,
                    ENERGY_KWH,
                    SOC_START,
                    SOC_END,
                    ODOMETER_START_KM,
                    ODOMETER_END_KM,
                    OUTSIDE_TEMP_C,
                    TEXT_RAW)
            .byDayOf(START_TIME)
            .key(DRIVE_ID)
            .clusterBy(VEHICLE_ID, START_TIME);

    private Drive() {}
}
