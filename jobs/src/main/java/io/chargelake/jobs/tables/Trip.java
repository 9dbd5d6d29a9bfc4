package io.chargelake.jobs.tables;

/** Drives of a vehicle with short stops and no charge between them. It lies on the day it begins. */
public final class Trip {
    public static final Col TRIP_ID = Col.string("trip_id").required().means("id of its first drive");
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle");
    public static final Col START_TIME = Col.timestamp("start_time").required().means("when its first drive began");
    public static final Col END_TIME = Col.timestamp("end_time").required().means("when its last drive ended");
    public static final Col DURATION_S =
            Col.bigint("duration_s").required().unit("s").means("from start to end, stops included");
    public static final Col DISTANCE_KM =
            Col.real("distance_km").unit("km").means("sum of its drives; empty where that of one is not known");
    public static final Col ENERGY_KWH =
            Col.real("energy_kwh").unit("kWh").means("sum of its drives; empty where that of one is not known");
    public static final Col SOC_START = Col.real("soc_start").unit("%").means("state of charge at the start");
    public static final Col SOC_END = Col.real("soc_end").unit("%").means("state of charge at the end");
    public static final Col DRIVES = Col.integer("drives").required().means("drives it was made of");
    public static final Col FLAGS = Col.strings("flags").required().means("what is amiss, see sessions.md");

    public static final Table TABLE = Table.of(
                    "trip",
                    Layer.GOLD,
                    "Trips: drives with short stops between them",
                    TRIP_ID,
                    VEHICLE_ID,
                    START_TIME,
                    END_TIME,
                    DURATION_S,
                    DISTANCE_KM,
                    ENERGY_KWH,
                    SOC_START,
                    SOC_END,
                    DRIVES,
                    FLAGS)
            .byDayOf(START_TIME)
            .key(TRIP_ID)
            .clusterBy(VEHICLE_ID, START_TIME);

    private Trip() {}
}
