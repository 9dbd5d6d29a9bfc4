package io.chargelake.jobs.tables;

/** Dimension: a place where one vehicle at a time can charge. */
public final class ChargingPoint {
    public static final Col ID_CP = Col.string("id_cp").required().means("charging point, often its EVSE id");
    public static final Col ID_CS = Col.integer("id_cs").means("station; empty when only polls are known");
    public static final Col CHARGING_STATION_POSITION = Col.string("charging_station_position");
    public static final Col CP_POSITION = Col.string("cp_position");
    public static final Col VEHICLE_TYPE = Col.string("vehicle_type");
    public static final Col FLOOR_LEVEL = Col.string("floor_level");

    public static final Table TABLE = Table.of(
                    "charging_point",
                    Layer.CLEAN,
                    "Charging points, current rows",
                    ID_CP,
                    ID_CS,
                    CHARGING_STATION_POSITION,
                    CP_POSITION,
                    VEHICLE_TYPE,
                    FLOOR_LEVEL)
            .key(ID_CP);

    private ChargingPoint() {}
}
