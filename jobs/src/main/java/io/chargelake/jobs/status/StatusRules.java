package io.chargelake.jobs.status;

import static io.chargelake.jobs.tables.FlatPolls.DEVICE_ID;
import static io.chargelake.jobs.tables.FlatPolls.DEVICE_TYPE;
import static io.chargelake.jobs.tables.FlatPolls.PARKING_SENSOR;
import static io.chargelake.jobs.tables.FlatPolls.QUERY_TIME;
import static io.chargelake.jobs.tables.FlatPolls.STATUS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;

import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.columns.StatusColumns;
import io.chargelake.jobs.quality.Bounds;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.status.document.DocumentRules;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What may be wrong with a poll. */
public final class StatusRules {
    private static final String SET = "status";
    private static final RuleText NO_HEADER = new RuleText(
            SET,
            "no_header",
            Severity.QUARANTINE,
            "A flat file lacks a required column, or the header that names it. It is quarantined as a file.");

    /** All there is to tell people. */
    public static List<RuleText> catalogue() {
        return Stream.of(
                        asOf(Instant.EPOCH).stream().map(Rule::text),
                        Stream.of(NO_HEADER),
                        DocumentRules.texts().stream(),
                        MasterRules.texts().stream(),
                        PollPatterns.texts().stream(),
                        Facts.texts().stream())
                .flatMap(texts -> texts)
                .collect(Collectors.toMap(RuleText::code, text -> text, (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** @param orphans connectors of no charging point, as the master data says */
    public static List<Rule> ofFlatPolls(Instant asOf, List<String> orphans) {
        Column fault = col(FlatFiles.TIME_FAULT);
        return Stream.of(
                        asOf(asOf).stream(),
                        Stream.of(
                                Rule.of(
                                        DocumentRules.text(DocumentRules.NONEXISTENT_LOCAL_TIME),
                                        fault.equalTo(LocalTime.NONEXISTENT)),
                                Rule.of(
                                        DocumentRules.text(DocumentRules.AMBIGUOUS_LOCAL_TIME),
                                        fault.equalTo(LocalTime.AMBIGUOUS)),
                                Rule.of(
                                        DocumentRules.text(DocumentRules.ORPHAN_CONNECTOR),
                                        DEVICE_TYPE
                                                .col()
                                                .equalTo(Polls.CONNECTOR)
                                                .and(isIn(DEVICE_ID.col(), orphans)))))
                .flatMap(rules -> rules)
                .toList();
    }

    /** What was refused by the parser keeps its own reason alone. */
    public static List<Rule> ofDocuments(Instant asOf) {
        return Stream.concat(
                        DocumentRules.rules().stream(),
                        asOf(asOf).stream().map(rule -> rule.unless(DocumentRules.isRefusal())))
                .toList();
    }

    /** Neither before charging points could be asked nor after the run. */
    static Column isPossible(Column time, Instant asOf) {
        return time.between(lit(Bounds.FIRST_POSSIBLE), lit(asOf.plus(Bounds.CLOCK_SKEW)));
    }

    static Column isIn(Column id, List<String> ids) {
        return ids.isEmpty() ? lit(false) : id.isin(ids.toArray());
    }

    /** @param asOf the time of the run: polls well after it can't have been made yet */
    private static List<Rule> asOf(Instant asOf) {
        Column hasTime = QUERY_TIME.col().isNotNull();
        return List.of(
                quarantine(
                        "broken_line",
                        "The line does not have as many fields as the header.",
                        col(FlatFiles.CORRUPT).isNotNull()),
                quarantine(
                        "bad_encoding",
                        "The id or the status is not valid UTF-8, or holds control characters.",
                        DEVICE_ID.col().rlike(Bounds.UNREADABLE).or(STATUS.col().rlike(Bounds.UNREADABLE))),
                quarantine(
                        "oversized_value",
                        "The id, the status or the sensor's state is longer than " + Bounds.LONGEST_VALUE
                                + " characters.",
                        isOversized(DEVICE_ID.col())
                                .or(isOversized(STATUS.col()))
                                .or(isOversized(PARKING_SENSOR.col()))),
                quarantine(
                        "unknown_device_type",
                        "device_type is neither `point` nor `connector`.",
                        not(DEVICE_TYPE.col().isin(Polls.POINT, Polls.CONNECTOR))
                                .or(DEVICE_TYPE.col().isNull())),
                quarantine(
                        "missing_device_id",
                        "device_id is empty.",
                        DEVICE_ID.col().isNull().or(trim(DEVICE_ID.col()).equalTo(""))),
                quarantine(
                        "unparseable_time",
                        "query_time is empty or no point in time.",
                        QUERY_TIME.col().isNull()),
                quarantine(
                        "in_the_future",
                        "query_time is more than 10 minutes after the run.",
                        hasTime.and(QUERY_TIME.col().gt(lit(asOf.plus(Bounds.CLOCK_SKEW))))),
                quarantine(
                        "before_2010",
                        "query_time is before 2010.",
                        hasTime.and(QUERY_TIME.col().lt(lit(Bounds.FIRST_POSSIBLE)))),
                new Rule(
                        SET,
                        "unknown_status",
                        Severity.WARN,
                        "The status is none of OCPI's nine nor OCCUPIED; it is read as UNKNOWN, the word is kept.",
                        STATUS.col().isNull().or(not(StatusColumns.isKnown(STATUS.col())))));
    }

    private static Column isOversized(Column value) {
        return length(value).gt(Bounds.LONGEST_VALUE);
    }

    private static Rule quarantine(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.QUARANTINE, sentence, broken);
    }

    private StatusRules() {}
}
