package io.chargelake.jobs.vehicles.clean;

import static io.chargelake.jobs.tables.Vehicle.BATTERY_KWH;
import static io.chargelake.jobs.tables.Vehicle.VEHICLE_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.quality.Severity;
import java.util.List;
import org.apache.spark.sql.Column;

/** What may be wrong with a row of a register of vehicles. */
final class VehicleRules {
    private static final String SET = "vehicle";

    static List<Rule> all() {
        return List.of(
                RecordRules.brokenLine(),
                RecordRules.refuse(
                        "missing_vehicle_id",
                        "No vehicle is named.",
                        VEHICLE_ID.col().isNull()),
                RecordRules.refuse(
                        "bad_number",
                        "A value is no number, in the file's way to write numbers.",
                        col(FlatFiles.UNPARSED).isNotNull()),
                RecordRules.mojibake(),
                new Rule(
                        SET,
                        "capacity_implausible",
                        Severity.WARN,
                        "The battery's capacity is not within 1 and 1500 kWh; nothing is derived from it.",
                        not(isPlausible())));
    }

    /** Motor scooters to lorries. */
    static Column isPlausible() {
        return BATTERY_KWH.col().between(1, 1_500);
    }

    private VehicleRules() {}
}
