package io.chargelake.jobs.tables;

/** The {@code events} form of raw charges: their end is not told and follows from capacity, change of SOC and power. */
public final class FlatEvents {
    public static final Col TIMESTAMP = Col.timestamp("timestamp").required().means("when charging began");
    public static final Col VEHICLE_ID_HASH =
            Col.string("vehicle_id_hash").required().means("vehicle");
    public static final Col SOC_START =
            Col.real("soc_start").required().unit("%").means("state of charge before");
    public static final Col SOC_END = Col.real("soc_end").required().unit("%").means("state of charge behind");
    public static final Col POWER = Col.real("power").required().unit("kW").means("mean power");

    public static final Table TABLE = Table.of(
                    "events",
                    Layer.RAW,
                    "Charges without an end",
                    TIMESTAMP,
                    VEHICLE_ID_HASH,
                    SOC_START,
                    SOC_END,
                    POWER)
            .key(VEHICLE_ID_HASH, TIMESTAMP);

    private FlatEvents() {}
}
