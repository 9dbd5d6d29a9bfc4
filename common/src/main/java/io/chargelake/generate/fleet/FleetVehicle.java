package io.chargelake.generate.fleet;

import io.chargelake.generate.vehicle.VehicleModel;

/** A vehicle of a fleet, the site it belongs to and the charger it uses there. */
public record FleetVehicle(
        long index,
        String vehicleId,
        FleetSite site,
        VehicleModel model,
        ChargerClass chargerClass,
        int chargerKw,
        int phase,
        int priority) {}
