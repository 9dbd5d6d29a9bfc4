package io.chargelake.jobs.extract;

import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.privacy.request.Contributors;
import io.chargelake.privacy.request.RequestRule;
import java.util.Optional;

/** What trips, sessions and cycles get of their vehicle: they name it alike. */
final class VehicleAttributes {
    static final Attributes OF_VEHICLE = new Attributes(Vehicle.TABLE, Trip.VEHICLE_ID, Vehicle.VEHICLE_ID);

    /** Vehicles stand nowhere; their operator is who drives them. */
    static final Contributors VEHICLES = new Contributors(
            "vehicles", Vehicle.VEHICLE_ID.name(), Optional.empty(), Optional.of(Vehicle.CLIENT_ID.name()));

    static Listing listedIn(Listing listing) {
        return listing.category(Vehicle.VEHICLE_TYPE, 50)
                .category(Vehicle.MODEL, 200)
                .category(Vehicle.BATTERY_TYPE, 50)
                .withheld(RequestRule.ID_COLUMN, Vehicle.CLIENT_ID)
                // a capacity is close to a name where a fleet has few vehicles of a kind
                .withheld(RequestRule.NOT_LISTED, Vehicle.BATTERY_KWH)
                .withheld(RequestRule.FREE_TEXT, Vehicle.TEXT_RAW);
    }

    private VehicleAttributes() {}
}
