package io.chargelake.jobs.tables;

/** The {@code flat} form of a register of vehicles. */
public final class FlatVehicles {
    public static final Table TABLE = Table.of(
                    "flat_vehicles",
                    Layer.RAW,
                    "Register of vehicles; names other than these are said by a mapping file",
                    Vehicle.VEHICLE_ID,
                    Vehicle.CLIENT_ID,
                    Vehicle.MODEL,
                    Vehicle.VEHICLE_TYPE,
                    Vehicle.BATTERY_KWH,
                    Vehicle.BATTERY_TYPE)
            .key(Vehicle.VEHICLE_ID);

    private FlatVehicles() {}
}
