package io.chargelake.jobs.dashboard.fleet;

import io.chargelake.generate.vehicle.VehicleModel;
import io.chargelake.jobs.conf.VehicleModels;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which models of the catalogue a fleet is drawn from. */
enum Mix {
    MIXED,
    CARS,
    VANS;

    static Mix of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Stream.of(values()).map(Mix::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<VehicleModel> models() {
        return VehicleModels.read().stream()
                .filter(model -> this == MIXED || model.isVan() == (this == VANS))
                .toList();
    }
}
