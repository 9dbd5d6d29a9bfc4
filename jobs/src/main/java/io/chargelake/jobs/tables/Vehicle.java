package io.chargelake.jobs.tables;

/** A vehicle of a fleet. What its source does not tell is empty, never guessed. */
public final class Vehicle {
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle, one spelling");
    public static final Col CLIENT_ID = Col.string("client_id").personal().means("who drives it");
    public static final Col MODEL = Col.string("model").means("model, as its maker names it");
    public static final Col VEHICLE_TYPE = Col.string("vehicle_type").means("kind of vehicle, as the source words it");
    public static final Col BATTERY_KWH = Col.real("battery_kwh").unit("kWh").means("usable capacity");
    public static final Col BATTERY_TYPE = Col.string("battery_type").means("chemistry or make of the battery");

    public static final Col TEXT_RAW =
            Col.string("text_raw").means("texts as they came, as JSON, where a wrong decoding was repaired");

    public static final Table TABLE = Table.of(
                    "vehicle",
                    Layer.CLEAN,
                    "Vehicles whose drives and charges are known",
                    VEHICLE_ID,
                    CLIENT_ID,
                    MODEL,
                    VEHICLE_TYPE,
                    BATTERY_KWH,
                    BATTERY_TYPE,
                    TEXT_RAW)
            .key(VEHICLE_ID);

    private Vehicle() {}
}
