package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Vehicle;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Charges beside the capacity of their vehicle's battery; those without an end get the one that follows from it. */
public final class Charges {
    private static final String BETWEEN = "@";
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final double FULL = 100;

    /** One plausible capacity a vehicle. */
    public static Dataset<Row> capacities(Dataset<Row> vehicles) {
        return vehicles.where(VehicleRules.isPlausible())
                .groupBy(Vehicle.VEHICLE_ID.col())
                .agg(max(Vehicle.BATTERY_KWH.col()).as(RawRow.CAPACITY));
    }

    /** Charges as they came whole. */
    public static Dataset<Row> whole(Dataset<Row> charges, Dataset<Row> capacities) {
        return charges.join(capacities, Charge.VEHICLE_ID.name(), "left")
                .withColumn(RawRow.CAPACITY_ASSUMED, lit(false))
                .withColumn(Charge.DERIVED_END.name(), lit(false));
    }

    /** Events: energy is capacity times change of SOC, and takes its time at their power; where it can't, there is no end. */
    public static Dataset<Row> ended(Dataset<Row> events, Dataset<Row> capacities, double assumedKwh) {
        Column change = Charge.SOC_END.col().minus(Charge.SOC_START.col());
        Column energy = when(change.gt(0), col(RawRow.CAPACITY).multiply(change).divide(FULL));
        Column seconds = when(
                Charge.POWER_MEAN_KW.col().gt(0),
                round(Charge.ENERGY_KWH.col().divide(Charge.POWER_MEAN_KW.col()).multiply(SECONDS_AN_HOUR)));
        Column end = timestamp_seconds(unix_seconds(Charge.START_TIME.col()).plus(seconds.cast(DataTypes.LongType)));
        return events.join(capacities, Charge.VEHICLE_ID.name(), "left")
                .withColumn(RawRow.CAPACITY_ASSUMED, col(RawRow.CAPACITY).isNull())
                .withColumn(RawRow.CAPACITY, coalesce(col(RawRow.CAPACITY), lit(assumedKwh)))
                .withColumn(Charge.ENERGY_KWH.name(), coalesce(Charge.ENERGY_KWH.col(), energy))
                .withColumn(
                        Charge.DERIVED_END.name(),
                        Charge.END_TIME.col().isNull().and(end.isNotNull()))
                .withColumn(Charge.END_TIME.name(), coalesce(Charge.END_TIME.col(), end))
                .withColumn(Charge.CHARGE_ID.name(), coalesce(Charge.CHARGE_ID.col(), id()));
    }

    /** Deterministic, so that an event that comes again is the same charge. */
    private static Column id() {
        return concat(Charge.VEHICLE_ID.col(), lit(BETWEEN), unix_seconds(Charge.START_TIME.col()));
    }

    private Charges() {}
}
