package io.chargelake.jobs.vehicles.clean;

import io.chargelake.jobs.quality.Rule;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All there is to be said of raw drives, charges and vehicles. */
public final class VehicleQuality {
    private static final String SET = RecordRules.SET;

    static final RuleText UNREADABLE = refuse(
            "unreadable_file",
            "The file can't be read: empty, cut off, no CSV or Parquet. It is quarantined as a file.");
    static final RuleText NO_HEADER =
            refuse("no_header", "The file's columns are those of no kind of file. It is quarantined as a file.");
    public static final RuleText CONFLICT = warn(
            "conflicting_record",
            "Rows of one id differ; the one with most values wins, then the greatest in the order of the table's columns, whatever their order.");
    public static final RuleText SPELLING = warn(
            "vehicle_spelling",
            "The vehicle's id is written otherwise than in most of its rows; it is one vehicle all the same.");
    public static final RuleText UNREGISTERED =
            warn("unregistered_vehicle", "The vehicle drives or charges, but no register names it.");
    public static final RuleText OVERLAP = warn(
            "overlap",
            "It begins before the vehicle's drive or charge before it ended; sessions decide which one is kept.");
    public static final RuleText DRIVE_DURING_CHARGE =
            warn("drive_during_charge", "A drive and a charge of the vehicle overlap.");
    public static final RuleText SOC_JUMP =
            warn("soc_jump", "SOC is over 5 points off from where the vehicle's drive or charge before it ended.");
    public static final RuleText ODOMETER_BEHIND =
            warn("odometer_behind", "The odometer is lower than at the end of the vehicle's drive before.");
    static final RuleText FOREIGN_UNIT =
            warn("foreign_unit", "Files whose values are in Wh, W, miles or SOC as a fraction; they are converted.");
    static final RuleText UNIT_ASSUMED = warn(
            "unit_assumed",
            "Files whose values do not tell their units; plain units are assumed (state them in a --mapping file).");
    static final RuleText DATES_ASSUMED = warn(
            "date_order_assumed",
            "Files whose dates may begin with the day or with the month; the day is assumed (state dates: in a --mapping file).");
    static final RuleText ZONE_ASSUMED = warn(
            "zone_assumed",
            "Files with times of no offset; they are taken as of the network's zone (--zone, or zone: in a --mapping file).");
    static final RuleText NEW_COLUMN = warn("new_column", "There is a column that is not known; it is left out.");

    private static final List<RuleText> OF_DELIVERIES = List.of(
            UNREADABLE,
            NO_HEADER,
            CONFLICT,
            SPELLING,
            UNREGISTERED,
            OVERLAP,
            DRIVE_DURING_CHARGE,
            SOC_JUMP,
            ODOMETER_BEHIND,
            FOREIGN_UNIT,
            UNIT_ASSUMED,
            DATES_ASSUMED,
            ZONE_ASSUMED,
            NEW_COLUMN);

    public static List<RuleText> catalogue() {
        return Stream.concat(
                        Stream.of(Kind.DRIVE, Kind.CHARGE, Kind.VEHICLE)
                                .flatMap(kind -> rules(kind, Instant.EPOCH).stream())
                                .map(Rule::text),
                        OF_DELIVERIES.stream())
                .collect(Collectors.toMap(
                        text -> text.set() + " " + text.code(),
                        text -> text,
                        (first, same) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .sorted((a, b) -> Boolean.compare(b.set().equals(SET), a.set().equals(SET)))
                .toList();
    }

    /** The rules for rows of a kind. */
    public static List<Rule> rules(Kind kind, Instant asOf) {
        return switch (kind) {
            case VEHICLE -> VehicleRules.all();
            case DRIVE -> DriveRules.of(asOf);
            case CHARGE -> ChargeRules.of(asOf);
        };
    }

    private static RuleText warn(String code, String sentence) {
        return new RuleText(SET, code, Severity.WARN, sentence);
    }

    private static RuleText refuse(String code, String sentence) {
        return new RuleText(SET, code, Severity.QUARANTINE, sentence);
    }

    private VehicleQuality() {}
}
