package io.chargelake.jobs.conf;

import io.chargelake.generate.vehicle.VehicleModel;
import java.util.List;

/** The models that generated vehicles are of, from the catalogue file in the jar. */
public final class VehicleModels {

    private VehicleModels() {}

    public static List<VehicleModel> read() {
        return VehicleModel.parse(
                BuiltIn.text("vehicles/base.csv").orElseThrow().lines().toList());
    }
}
