package io.chargelake.jobs.fleet;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.VoltageLevel;
import io.chargelake.jobs.quality.Bounds;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatSiteSlots;
import io.chargelake.jobs.tables.FlatSites;
import io.chargelake.jobs.tables.FlatStays;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What may be wrong with stays, sites and their load. */
public final class FleetRules {
    private static final String SET = "fleet";
    private static final int LONGEST_DAYS = 14;
    private static final int DAY_S = 86_400;
    /** Nothing on a road has more, nothing at a kerb gives more. */
    private static final double LARGEST_BATTERY_KWH = 2_000;

    private static final double STRONGEST_KW = 4_000;
    private static final double LARGEST_SITE_KW = 1e7;

    static final RuleText UNKNOWN_SITE = refuse("unknown_site", "The stay is at a site that no file of sites names.");
    static final RuleText OVERLAPPING_STAY = refuse(
            "overlapping_stay",
            "The vehicle is at the site already: of stays that overlap the one that began first is planned.");
    static final RuleText UNPLANNABLE = refuse(
            "unplannable", "The stay, or its whole site, could not be planned; all others were. Please report it.");
    static final RuleText REPEATED_SITE =
            warn("repeated_site", "A site is told of more than once; the smallest limit counts.");
    static final RuleText MISSING_SLOTS = warn(
            "missing_site_load",
            "Slots of sites for which no load is told; it is taken as before, after an hour without any as 0.");

    private static final List<RuleText> OF_SITES =
            List.of(UNKNOWN_SITE, OVERLAPPING_STAY, UNPLANNABLE, REPEATED_SITE, MISSING_SLOTS);

    static List<Rule> ofStays() {
        Column arrival = FlatStays.ARRIVAL.col();
        Column departure = FlatStays.DEPARTURE.col();
        Column battery = FlatStays.BATTERY_KWH.col();
        return List.of(
                brokenLine(),
                refuse(
                        "missing_id",
                        "No vehicle or no site is named.",
                        isWhole()
                                .and(FlatStays.VEHICLE_ID
                                        .col()
                                        .isNull()
                                        .or(FlatStays.SITE_ID.col().isNull()))),
                badText(FlatStays.VEHICLE_ID, FlatStays.SITE_ID),
                refuse(
                        "unparseable_time",
                        "Arrival or departure is empty, or no point in time.",
                        isWhole().and(arrival.isNull().or(departure.isNull()))),
                badNumber(FlatStays.ARRIVAL, FlatStays.DEPARTURE),
                refuse("departure_before_arrival", "It leaves before it comes.", departure.lt(arrival)),
                refuse(
                        "stay_too_long",
                        "It stays longer than " + LONGEST_DAYS + " days.",
                        unix_seconds(departure).minus(unix_seconds(arrival)).gt(LONGEST_DAYS * DAY_S)),
                refuse(
                        "soc_out_of_range",
                        "SOC at arrival or wanted at departure is not told, or outside 0 to 100 %.",
                        isWhole().and(not(isPercent(FlatStays.SOC_ARRIVAL).and(isPercent(FlatStays.SOC_TARGET))))),
                refuse(
                        "unknown_battery",
                        "The battery's capacity is told neither by the row nor by a model of the catalogue.",
                        isWhole().and(battery.isNull())),
                refuse(
                        "battery_implausible",
                        "The battery is not within 0 and 2000 kWh.",
                        not(battery.gt(0).and(battery.leq(LARGEST_BATTERY_KWH)))),
                refuse(
                        "power_implausible",
                        "A power is below 0 or over 4 MW, or that of the charger is not told.",
                        isWhole()
                                .and(not(isPower(FlatStays.AC_KW)
                                        .and(isPower(FlatStays.DC_KW))
                                        .and(isPower(FlatStays.CHARGER_KW))
                                        .and(coalesce(FlatStays.CHARGER_KW.col().gt(0), lit(false)))))),
                refuse(
                        "unknown_charger_class",
                        "charger_class is none of AC, DC_FAST, DC_ULTRA.",
                        not(FlatStays.CHARGER_CLASS.col().isin(names(ChargerClass.values())))),
                warn(
                        "unknown_phase",
                        "The phase is none of 1, 2, 3; the charger is taken as on all of them.",
                        not(FlatStays.PHASE.col().between(1, 3))),
                warn(
                        "low_soc",
                        "It arrives with less than 20 %, or more than 90 %: it may only move towards that band.",
                        not(FlatStays.SOC_ARRIVAL.col().between(20, 90))));
    }

    static List<Rule> ofSites() {
        return List.of(
                brokenLine(),
                refuse(
                        "missing_id",
                        "No vehicle or no site is named.",
                        isWhole().and(FlatSites.SITE_ID.col().isNull())),
                badText(FlatSites.SITE_ID),
                badNumber(),
                refuse(
                        "limit_implausible",
                        "The limit, the transformer or the short-circuit power is below 0, or over 10 GW.",
                        any(Stream.of(FlatSites.LIMIT_KW, FlatSites.TRANSFORMER_KVA, FlatSites.SHORT_CIRCUIT_MVA)
                                .map(column -> not(column.col().between(0, LARGEST_SITE_KW))))),
                refuse(
                        "unknown_voltage_level",
                        "voltage_level is none of LV, MV, HV.",
                        not(FlatSites.VOLTAGE_LEVEL.col().isin(names(VoltageLevel.values())))));
    }

    static List<Rule> ofSlots() {
        return List.of(
                brokenLine(),
                refuse(
                        "missing_id",
                        "No vehicle or no site is named.",
                        isWhole().and(FlatSiteSlots.SITE_ID.col().isNull())),
                badText(FlatSiteSlots.SITE_ID),
                refuse(
                        "unparseable_time",
                        "Arrival or departure is empty, or no point in time.",
                        isWhole().and(FlatSiteSlots.SLOT_START.col().isNull())),
                badNumber(FlatSiteSlots.SLOT_START),
                refuse(
                        "load_implausible",
                        "The load is not told, or a power is over 10 GW, or solar power is below 0.",
                        isWhole()
                                .and(FlatSiteSlots.BASE_KW
                                        .col()
                                        .isNull()
                                        .or(abs(FlatSiteSlots.BASE_KW.col()).gt(LARGEST_SITE_KW))
                                        .or(not(FlatSiteSlots.SOLAR_KW.col().between(0, LARGEST_SITE_KW))))));
    }

    public static List<RuleText> catalogue() {
        return Stream.concat(
                        Stream.of(ofStays(), ofSites(), ofSlots())
                                .flatMap(List::stream)
                                .map(Rule::text),
                        OF_SITES.stream())
                .distinct()
                .toList();
    }

    private static Rule brokenLine() {
        return refuse(
                "broken_line",
                "The line does not have as many fields as the header.",
                col(FlatFiles.CORRUPT).isNotNull());
    }

    private static Rule badText(Col... ids) {
        return refuse(
                "bad_text",
                "An id is not valid UTF-8, holds control characters, or is longer than " + Bounds.LONGEST_VALUE
                        + " characters.",
                any(Arrays.stream(ids).map(id -> id.col()
                        .rlike(Bounds.UNREADABLE)
                        .or(octet_length(id.col())
                                .gt(Bounds.LONGEST_VALUE)
                                .and(length(id.col()).gt(Bounds.LONGEST_VALUE))))));
    }

    private static Rule badNumber(Col... times) {
        Object[] names = Arrays.stream(times).map(Col::name).toArray();
        return refuse(
                "bad_number",
                "A value is not of its type.",
                col(FlatFiles.UNPARSED)
                        .isNotNull()
                        .and(not(col(FlatFiles.UNPARSED).isin(names))));
    }

    private static Column isPercent(Col soc) {
        return coalesce(soc.col().between(0, 100), lit(false));
    }

    private static Column isPower(Col power) {
        return coalesce(power.col().between(0, STRONGEST_KW), lit(true));
    }

    private static Column any(Stream<Column> conditions) {
        return conditions.reduce(Column::or).orElse(lit(false));
    }

    private static Object[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray();
    }

    /** What a line that broke off lacks is no news. */
    private static Column isWhole() {
        return col(FlatFiles.CORRUPT).isNull();
    }

    private static Rule refuse(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.QUARANTINE, sentence, broken);
    }

    private static Rule warn(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.WARN, sentence, broken);
    }

    private static RuleText refuse(String code, String sentence) {
        return new RuleText(SET, code, Severity.QUARANTINE, sentence);
    }

    private static RuleText warn(String code, String sentence) {
        return new RuleText(SET, code, Severity.WARN, sentence);
    }

    private FleetRules() {}
}
