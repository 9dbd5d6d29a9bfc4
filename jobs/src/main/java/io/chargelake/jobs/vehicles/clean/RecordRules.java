package io.chargelake.jobs.vehicles.clean;

import static io.chargelake.jobs.tables.Drive.END_TIME;
import static io.chargelake.jobs.tables.Drive.ENERGY_KWH;
import static io.chargelake.jobs.tables.Drive.SOC_END;
import static io.chargelake.jobs.tables.Drive.SOC_START;
import static io.chargelake.jobs.tables.Drive.START_TIME;
import static io.chargelake.jobs.tables.Drive.VEHICLE_ID;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.quality.Bounds;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatDrives;
import io.chargelake.quality.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** What may be wrong with a drive or a charge alike. */
final class RecordRules {
    static final String SET = "vehicles";

    /** Sources that round start, end or duration to minutes. */
    private static final int ROUNDING_S = 90;

    /**
     * @param id of the record
     * @param asOf the time of the run: what begins well after it can't have happened yet
     */
    static List<Rule> of(Col id, Instant asOf) {
        var rules = new ArrayList<>(text(id));
        rules.addAll(times(asOf));
        rules.addAll(values());
        return rules;
    }

    private static List<Rule> text(Col id) {
        return List.of(
                brokenLine(),
                refuse(
                        "missing_id",
                        "The drive or charge has no id.",
                        isWhole().and(id.col().isNull())),
                refuse(
                        "missing_vehicle_id",
                        "No vehicle is named.",
                        isWhole().and(VEHICLE_ID.col().isNull())),
                refuse(
                        "bad_encoding",
                        "The id or the vehicle's id is not valid UTF-8, or holds control characters.",
                        id.col().rlike(Bounds.UNREADABLE).or(VEHICLE_ID.col().rlike(Bounds.UNREADABLE))),
                refuse(
                        "oversized_value",
                        "The id or the vehicle's id is longer than " + Bounds.LONGEST_VALUE + " characters.",
                        isLong(id.col()).or(isLong(VEHICLE_ID.col()))),
                mojibake());
    }

    /** Bytes are known at once, characters must be counted. */
    private static Column isLong(Column text) {
        return octet_length(text).gt(Bounds.LONGEST_VALUE).and(length(text).gt(Bounds.LONGEST_VALUE));
    }

    private static List<Rule> times(Instant asOf) {
        Column start = START_TIME.col();
        Column end = END_TIME.col();
        Column fault = col(FlatFiles.TIME_FAULT);
        return List.of(
                refuse(
                        "unparseable_time",
                        "The start is empty or no point in time, or the end is there and none.",
                        isWhole()
                                .and(start.isNull()
                                        .or(col(FlatFiles.UNPARSED).isin(START_TIME.name(), END_TIME.name())))),
                refuse(
                        "no_end",
                        "It has no end yet, and none that follows; it is taken when it comes again with one.",
                        isWhole().and(end.isNull()).and(not(isUnparsed(END_TIME)))),
                refuse(
                        "nonexistent_local_time",
                        "A local time does not exist: the clock was set forward over it.",
                        fault.equalTo(LocalTime.NONEXISTENT)),
                warn(
                        "ambiguous_local_time",
                        "A local time came twice, as the clock was set back; the first is taken, of an end the first after the start.",
                        fault.equalTo(LocalTime.AMBIGUOUS)),
                refuse("end_before_start", "It ends before it starts.", end.lt(start)),
                refuse(
                        "in_the_future",
                        "It starts more than 10 minutes after the run.",
                        start.gt(lit(asOf.plus(Bounds.CLOCK_SKEW)))),
                refuse("before_2010", "It starts before 2010.", start.lt(lit(Bounds.FIRST_POSSIBLE))),
                warn("no_time_at_all", "It ends the second it starts.", end.equalTo(start)),
                warn(
                        "duration_disagrees",
                        "The duration its source states is more than 90 s off from end - start.",
                        abs(unix_seconds(end).minus(unix_seconds(start)).minus(FlatDrives.DURATION_S.col()))
                                .gt(ROUNDING_S)));
    }

    private static List<Rule> values() {
        Column start = SOC_START.col();
        Column end = SOC_END.col();
        return List.of(
                refuse(
                        "bad_number",
                        "A value is no number, in the file's way to write numbers.",
                        col(FlatFiles.UNPARSED)
                                .isNotNull()
                                .and(not(isUnparsed(START_TIME)))
                                .and(not(isUnparsed(END_TIME)))),
                refuse(
                        "soc_out_of_range",
                        "SOC is outside 0 to 100 %.",
                        not(start.between(0, 100)).or(not(end.between(0, 100)))),
                warn(
                        "missing_soc",
                        "SOC is not told at both ends.",
                        isWhole().and(start.isNull().or(end.isNull()))),
                warn(
                        "missing_energy",
                        "Energy is not told.",
                        isWhole().and(ENERGY_KWH.col().isNull())));
    }

    static Rule brokenLine() {
        return refuse(
                "broken_line",
                "The line does not have as many fields as the header.",
                col(FlatFiles.CORRUPT).isNotNull());
    }

    static Rule mojibake() {
        return warn(
                "mojibake",
                "A text was decoded wrongly before it came ('KÃ¶ln', 'K√∂ln'); it is repaired where that loses nothing.",
                col(RawRow.MOJIBAKE));
    }

    private static Column isUnparsed(Col column) {
        return col(FlatFiles.UNPARSED).eqNullSafe(column.name());
    }

    /** What a line that broke off lacks is no news. */
    static Column isWhole() {
        return col(FlatFiles.CORRUPT).isNull();
    }

    static Rule refuse(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.QUARANTINE, sentence, broken);
    }

    static Rule warn(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.WARN, sentence, broken);
    }

    private RecordRules() {}
}
