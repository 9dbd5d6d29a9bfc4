package io.chargelake.jobs.vehicles.clean;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatCharges;
import io.chargelake.jobs.tables.FlatDrives;
import io.chargelake.jobs.tables.FlatVehicles;
import io.chargelake.jobs.tables.Table;
import io.chargelake.unit.Quantity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a raw file holds. */
public enum Kind {
    VEHICLE(FlatVehicles.TABLE),
    DRIVE(FlatDrives.TABLE),
    CHARGE(FlatCharges.TABLE);

    private static final Map<String, Quantity> BY_SYMBOL = Map.of(
            "km", Quantity.DISTANCE,
            "kWh", Quantity.ENERGY,
            "kW", Quantity.POWER,
            "%", Quantity.SOC,
            "s", Quantity.DURATION);

    private final Table layout;

    Kind(Table layout) {
        this.layout = layout;
    }

    public Table layout() {
        return layout;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The quantity whose units may differ from file to file; registers are always in plain units. */
    Optional<Quantity> quantity(Col column) {
        return this == VEHICLE ? Optional.empty() : Optional.ofNullable(BY_SYMBOL.get(column.unit()));
    }
}
