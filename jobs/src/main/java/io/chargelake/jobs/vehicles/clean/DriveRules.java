package io.chargelake.jobs.vehicles.clean;

import static io.chargelake.jobs.tables.Drive.DISTANCE_KM;
import static io.chargelake.jobs.tables.Drive.END_TIME;
import static io.chargelake.jobs.tables.Drive.ENERGY_KWH;
import static io.chargelake.jobs.tables.Drive.ODOMETER_END_KM;
import static io.chargelake.jobs.tables.Drive.ODOMETER_START_KM;
import static io.chargelake.jobs.tables.Drive.OUTSIDE_TEMP_C;
import static io.chargelake.jobs.tables.Drive.SOC_END;
import static io.chargelake.jobs.tables.Drive.SOC_START;
import static io.chargelake.jobs.tables.Drive.START_TIME;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.quality.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** What may be wrong with a drive. */
final class DriveRules {
    private static final String SET = "drive";
    private static final double FASTEST_KMH = 250;
    private static final double SOC_STEP = 5;
    private static final double LEAST_KWH_PER_KM = 0.1;
    private static final double MOST_KWH_PER_KM = 1;
    /** No road vehicle needs as much; a file's energy in Wh, or a row of another unit among others, does. */
    private static final double IMPOSSIBLE_KWH_PER_KM = 20;

    private static final double LONG_ENOUGH_KM = 1;
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final int DAY_S = 86_400;
    private static final double ODOMETER_SHARE = 0.05;

    static List<Rule> of(Instant asOf) {
        var rules = new ArrayList<>(RecordRules.of(Drive.DRIVE_ID, asOf));
        rules.addAll(distance());
        rules.addAll(energy());
        return rules;
    }

    private static List<Rule> distance() {
        Column seconds = unix_seconds(END_TIME.col()).minus(unix_seconds(START_TIME.col()));
        Column distance = DISTANCE_KM.col();
        Column driven = ODOMETER_END_KM.col().minus(ODOMETER_START_KM.col());
        return List.of(
                refuse("negative_distance", "Distance is below 0.", distance.lt(0)),
                refuse(
                        "too_fast",
                        "Its mean speed is over 250 km/h.",
                        distance.multiply(SECONDS_AN_HOUR)
                                .gt(seconds.multiply(FASTEST_KMH))
                                .and(seconds.geq(0))),
                refuse("odometer_falls", "The odometer is lower behind than before.", driven.lt(0)),
                warn(
                        "odometer_disagrees",
                        "Distance and odometer differ by more than 5 % and 1 km.",
                        abs(driven.minus(distance))
                                .gt(greatest(lit(LONG_ENOUGH_KM), distance.multiply(ODOMETER_SHARE)))
                                .and(driven.geq(0))),
                warn(
                        "negative_odometer",
                        "The odometer is below 0.",
                        ODOMETER_START_KM.col().lt(0)),
                warn(
                        "missing_distance",
                        "Distance is not told.",
                        RecordRules.isWhole().and(distance.isNull())),
                warn("no_distance", "Distance is 0.", distance.equalTo(0)),
                warn("drive_over_a_day", "It lasts longer than 24 hours.", seconds.gt(DAY_S)));
    }

    private static List<Rule> energy() {
        Column energy = ENERGY_KWH.col();
        Column distance = DISTANCE_KM.col();
        Column measurable = distance.geq(LONG_ENOUGH_KM);
        // Spark may compute what several rules share before it looks at their guards
        Column perKm = try_divide(energy, distance);
        return List.of(
                refuse(
                        "energy_of_other_unit",
                        "Energy is over 20 kWh/km: it is of another unit than the file's other rows, or no drive's.",
                        measurable.and(perKm.gt(IMPOSSIBLE_KWH_PER_KM))),
                warn(
                        "consumption_high",
                        "It took more than 1 kWh/km.",
                        measurable.and(perKm.gt(MOST_KWH_PER_KM)).and(perKm.leq(IMPOSSIBLE_KWH_PER_KM))),
                warn(
                        "consumption_low",
                        "It took less than 0.1 kWh/km.",
                        measurable.and(energy.geq(0)).and(perKm.lt(LEAST_KWH_PER_KM))),
                warn("energy_recovered", "It gave energy instead of taking some.", energy.lt(0)),
                warn(
                        "soc_rises",
                        "SOC is more than 5 points higher behind than before.",
                        SOC_END.col().minus(SOC_START.col()).gt(SOC_STEP)),
                warn(
                        "temperature_implausible",
                        "The outside temperature is not within -60 and 60 °C.",
                        not(OUTSIDE_TEMP_C.col().between(-60, 60))));
    }

    private static Rule refuse(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.QUARANTINE, sentence, broken);
    }

    private static Rule warn(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.WARN, sentence, broken);
    }

    private DriveRules() {}
}
