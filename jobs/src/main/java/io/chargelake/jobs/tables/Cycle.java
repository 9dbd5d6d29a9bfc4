package io.chargelake.jobs.tables;

/** A charge session and everything until the next one of the vehicle. It lies on the day it begins. */
public final class Cycle {
    public static final Col CYCLE_ID = Col.string("cycle_id").required().means("id of its charge session");
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle");
    public static final Col START_TIME = Col.timestamp("start_time").required().means("when the session began");
    public static final Col END_TIME = Col.timestamp("end_time")
            .required()
            .means("when the next session began; of a cycle that is not closed, the end of what was seen last");
    public static final Col CLOSED = Col.bool("closed").required().means("whether the next session is known");
    public static final Col ENERGY_IN_KWH =
            Col.real("energy_in_kwh").unit("kWh").means("energy of the session");
    public static final Col ENERGY_OUT_KWH =
            Col.real("energy_out_kwh").unit("kWh").means("energy of its trips; empty where that of one is not known");
    public static final Col DISTANCE_KM =
            Col.real("distance_km").unit("km").means("distance of its trips; empty where that of one is not known");
    public static final Col KWH_PER_100KM =
            Col.real("kwh_per_100km").unit("kWh/100 km").means("energy of its trips by their distance");
    public static final Col TRIPS = Col.integer("trips").required().means("trips it holds");
    public static final Col SOC_LOST_PARKED =
            Col.real("soc_lost_parked").unit("%").means("what the state of charge fell between trips and sessions");
    public static final Col PARKED_S =
            Col.bigint("parked_s").required().unit("s").means("time between trips and sessions");

    public static final Table TABLE = Table.of(
                    "cycle",
                    Layer.GOLD,
                    "Cycles: a charge session and all trips until the next",
                    CYCLE_ID,
                    VEHICLE_ID,
                    START_TIME,
                    END_TIME,
                    CLOSED,
                    ENERGY_IN_KWH,
                    ENERGY_OUT_KWH,
                    DISTANCE_KM,
                    KWH_PER_100KM,
                    TRIPS,
                    SOC_LOST_PARKED,
                    PARKED_S)
            .byDayOf(START_TIME)
            .key(CYCLE_ID)
            .clusterBy(VEHICLE_ID, START_TIME);

    private Cycle() {}
}
