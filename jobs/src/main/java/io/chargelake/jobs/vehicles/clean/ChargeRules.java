package io.chargelake.jobs.vehicles.clean;

import static io.chargelake.jobs.tables.Charge.DERIVED_END;
import static io.chargelake.jobs.tables.Charge.END_TIME;
import static io.chargelake.jobs.tables.Charge.ENERGY_KWH;
import static io.chargelake.jobs.tables.Charge.POWER_MAX_KW;
import static io.chargelake.jobs.tables.Charge.POWER_MEAN_KW;
import static io.chargelake.jobs.tables.Charge.POWER_TYPE;
import static io.chargelake.jobs.tables.Charge.SOC_END;
import static io.chargelake.jobs.tables.Charge.SOC_START;
import static io.chargelake.jobs.tables.Charge.START_TIME;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.quality.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** What may be wrong with a charge. */
final class ChargeRules {
    private static final String SET = "charge";
    private static final int WEEK_S = 7 * 86_400;
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final double TOLERATED = 1.1;
    private static final double LOSSES = 1.15;
    /** The strongest chargers of lorries give 3.75 MW. */
    private static final double STRONGEST_KW = 4_000;
    /** A row of another unit among others is a thousand times off. */
    private static final double FAR_OFF = 100;

    private static final double STRONGEST_AC_KW = 50;
    /** SOC comes in whole percents: less change tells nothing of energy. */
    private static final double MEASURABLE_SOC = 5;

    static List<Rule> of(Instant asOf) {
        var rules = new ArrayList<>(RecordRules.of(Charge.CHARGE_ID, asOf));
        rules.addAll(energy());
        rules.addAll(power());
        rules.addAll(rest());
        return rules;
    }

    private static List<Rule> energy() {
        Column energy = ENERGY_KWH.col();
        Column change = SOC_END.col().minus(SOC_START.col());
        Column strongest = coalesce(greatest(POWER_MAX_KW.col(), POWER_MEAN_KW.col()), lit(STRONGEST_KW));
        Column possible = strongest.multiply(hours());
        return List.of(
                refuse("energy_not_positive", "Energy is told and not above 0.", energy.leq(0)),
                refuse(
                        "energy_of_other_unit",
                        "Energy is over 100 times what its power gives in its time: it is of another unit than the file's other rows.",
                        energy.gt(possible.multiply(FAR_OFF)).and(hours().gt(0)).and(strongest.gt(0))),
                warn(
                        "energy_over_capacity",
                        "Energy is over 1.15 times what the battery's capacity takes for the change of SOC.",
                        change.geq(MEASURABLE_SOC)
                                .and(energy.gt(
                                        col(RawRow.CAPACITY).multiply(change).multiply(LOSSES / 100)))),
                warn(
                        "energy_over_power",
                        "Energy is over 1.15 times mean power times duration.",
                        energy.gt(POWER_MEAN_KW.col().multiply(hours()).multiply(LOSSES))
                                .and(POWER_MEAN_KW.col().gt(0))));
    }

    private static List<Rule> power() {
        return List.of(
                warn(
                        "power_over_max",
                        "Mean power is over 1.1 times the highest power.",
                        POWER_MEAN_KW.col().gt(POWER_MAX_KW.col().multiply(TOLERATED))),
                warn(
                        "power_implausible",
                        "Power is over 4 MW.",
                        POWER_MEAN_KW
                                .col()
                                .gt(STRONGEST_KW)
                                .or(POWER_MAX_KW.col().gt(STRONGEST_KW))),
                warn(
                        "negative_power",
                        "Power is below 0: it discharged.",
                        POWER_MEAN_KW.col().lt(0).or(POWER_MAX_KW.col().lt(0))),
                warn(
                        "power_type_disagrees",
                        "It is said to be AC, but its power is over 50 kW.",
                        POWER_TYPE.col().equalTo("AC").and(POWER_MEAN_KW.col().gt(STRONGEST_AC_KW))),
                warn(
                        "unknown_power_type",
                        "power_type is neither AC nor DC.",
                        not(POWER_TYPE.col().isin("AC", "DC"))));
    }

    private static List<Rule> rest() {
        return List.of(
                warn(
                        "soc_falls",
                        "SOC is lower behind than before.",
                        SOC_END.col().lt(SOC_START.col())),
                warn(
                        "charge_over_a_week",
                        "It lasts longer than 7 days.",
                        seconds().gt(WEEK_S)),
                warn("derived_end", "Its end was derived from capacity, change of SOC and power.", DERIVED_END.col()),
                warn(
                        "capacity_assumed",
                        "Its end was derived from the capacity of --battery-kwh, as its vehicle's is not known.",
                        DERIVED_END.col().and(col(RawRow.CAPACITY_ASSUMED))));
    }

    private static Column hours() {
        return seconds().divide(SECONDS_AN_HOUR);
    }

    private static Column seconds() {
        return unix_seconds(END_TIME.col()).minus(unix_seconds(START_TIME.col()));
    }

    private static Rule refuse(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.QUARANTINE, sentence, broken);
    }

    private static Rule warn(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.WARN, sentence, broken);
    }

    private ChargeRules() {}
}
