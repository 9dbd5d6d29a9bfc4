package io.chargelake.jobs.status;

import static io.chargelake.jobs.tables.FlatPolls.DEVICE_ID;
import static io.chargelake.jobs.tables.FlatPolls.DEVICE_TYPE;
import static io.chargelake.jobs.tables.FlatPolls.QUERY_TIME;
import static io.chargelake.jobs.tables.FlatPolls.STATUS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;

import io.chargelake.jobs.columns.StatusColumns;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.quality.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;

/** What may be wrong with a poll. */
public final class StatusRules {
    private static final String SET = "status";
    private static final Instant FIRST_POSSIBLE = Instant.parse("2010-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    /** What a decoder puts where bytes are no UTF-8. */
    private static final String REPLACEMENT_CHARACTER = "\uFFFD";

    /** @param asOf the time of the run: polls well after it can't have been made yet */
    public static List<Rule> asOf(Instant asOf) {
        Column hasTime = QUERY_TIME.col().isNotNull();
        return List.of(
                quarantine(
                        "broken_line",
                        "The line does not have as many fields as the header.",
                        col(FlatFiles.CORRUPT).isNotNull()),
                quarantine(
                        "bad_encoding",
                        "The id or the status is not valid UTF-8.",
                        DEVICE_ID
                                .col()
                                .contains(REPLACEMENT_CHARACTER)
                                .or(STATUS.col().contains(REPLACEMENT_CHARACTER))),
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
                        hasTime.and(QUERY_TIME.col().gt(lit(asOf.plus(CLOCK_SKEW))))),
                quarantine(
                        "before_2010",
                        "query_time is before 2010.",
                        hasTime.and(QUERY_TIME.col().lt(lit(FIRST_POSSIBLE)))),
                new Rule(
                        SET,
                        "unknown_status",
                        Severity.WARN,
                        "The status is none of OCPI's nine nor OCCUPIED; it is read as UNKNOWN, the word is kept.",
                        STATUS.col().isNull().or(not(StatusColumns.isKnown(STATUS.col())))));
    }

    private static Rule quarantine(String code, String sentence, Column broken) {
        return new Rule(SET, code, Severity.QUARANTINE, sentence, broken);
    }

    private StatusRules() {}
}
