package io.chargelake.jobs.vehicles.sessions;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.vehicle.Micro;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Drives and charges as one kind of rows, as narrow as the session builder needs them, those of a vehicle together and in order of
 * time. The one shuffle of the job: what is sorted is a single number, which Spark does by its digits, never by comparing.
 */
final class Records {
    /** What the rest of a row means. */
    static final int DRIVE = 0;

    static final int CHARGE = 1;
    static final int CHARGE_WITH_DERIVED_END = 2;

    // columns by their place, as SessionTask reads them
    static final int KEY = 0;
    static final int VEHICLE = 1;
    static final int ID = 2;
    static final int KIND = 3;
    static final int START = 4;
    static final int END = 5;
    static final int SOC_START = 6;
    static final int SOC_END = 7;
    static final int ENERGY = 8;
    static final int DISTANCE_OR_POWER = 9;
    static final int POWER_TYPE = 10;
    static final int ZONE = 11;

    private static final int SECOND_BITS = 36;
    private static final long SECOND_MASK = (1L << SECOND_BITS) - 1;
    private static final Col ORDER = Col.bigint("record_order");

    /** A digest of the vehicle, then the second. Vehicles with the same digest come mixed: whoever reads parts them. */
    static long digest(long key) {
        return key >> SECOND_BITS;
    }

    /** @param partitions enough of them for each to be sorted in memory */
    static Dataset<Row> sorted(Dataset<Row> records, int partitions) {
        return records.repartition(partitions, Drive.VEHICLE_ID.col()).sortWithinPartitions(ORDER.col());
    }

    static Dataset<Row> of(Dataset<Row> drives, Dataset<Row> charges) {
        return drives.select(columns(
                        Drive.DRIVE_ID,
                        lit(DRIVE),
                        Drive.DISTANCE_KM.col(),
                        lit(null).cast("string"),
                        lit(null).cast("string")))
                .union(charges.select(columns(
                        Charge.CHARGE_ID,
                        when(Charge.DERIVED_END.col(), CHARGE_WITH_DERIVED_END).otherwise(CHARGE),
                        Charge.POWER_MAX_KW.col(),
                        Charge.POWER_TYPE.col(),
                        Charge.ZONE.col())));
    }

    /** Columns that both tables have are the same by name. */
    private static Column[] columns(Col id, Column kind, Column distanceOrPower, Column powerType, Column zone) {
        return new Column[] {
            order().as(ORDER.name()),
            Drive.VEHICLE_ID.col(),
            id.col(),
            kind,
            unix_micros(Drive.START_TIME.col()),
            unix_micros(Drive.END_TIME.col()),
            Drive.SOC_START.col(),
            Drive.SOC_END.col(),
            Drive.ENERGY_KWH.col(),
            distanceOrPower,
            powerType,
            zone
        };
    }

    private static Column order() {
        Column second = unix_micros(Drive.START_TIME.col()).divide(Micro.ONE).cast("long");
        return xxhash64(Drive.VEHICLE_ID.col())
                .bitwiseAND(lit(~SECOND_MASK))
                .bitwiseOR(second.bitwiseAND(lit(SECOND_MASK)));
    }

    private Records() {}
}
