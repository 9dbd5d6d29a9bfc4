package io.chargelake.jobs.vehicles.indicators;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.tables.Vehicle;
import org.apache.spark.sql.Column;

/** By what figures are grouped, beside the period. Their names are those of the table. */
public enum Dimension {
    all,
    vehicle,
    vehicle_type,
    battery_type,
    model;

    /** Which one a row belongs to. */
    Column key() {
        return switch (this) {
            case all -> lit(name());
            case vehicle -> Vehicle.VEHICLE_ID.col();
            case vehicle_type -> known(Vehicle.VEHICLE_TYPE.col());
            case battery_type -> known(Vehicle.BATTERY_TYPE.col());
            case model -> known(Vehicle.MODEL.col());
        };
    }

    private static Column known(Column attribute) {
        return coalesce(attribute, lit("unknown"));
    }
}
