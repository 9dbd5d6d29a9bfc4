package io.chargelake.jobs.status.document;

import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.quality.Rule;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.util.List;
import org.apache.spark.sql.Column;

/** What may be wrong with a document of polls, or with an element of it. The parser decides; these are the names of its decisions. */
public final class DocumentRules {
    static final String UNREADABLE_FILE = "unreadable_file";
    static final String NO_TIME = "no_time";
    static final String UNPARSEABLE_TIME = "unparseable_time";
    public static final String NONEXISTENT_LOCAL_TIME = "nonexistent_local_time";
    static final String BROKEN_ELEMENT = "broken_element";
    public static final String MISSING_ID = "missing_id";
    public static final String BAD_VALUE = "bad_value";
    public static final String ORPHAN_CONNECTOR = "orphan_connector";
    static final String REQUEST_FAILED = "request_failed";
    public static final String AMBIGUOUS_LOCAL_TIME = "ambiguous_local_time";
    public static final String NEW_COLUMN = "new_column";
    public static final String MOJIBAKE = "mojibake";

    private static final String SET = "status";

    private static final List<RuleText> REFUSALS = List.of(
            quarantine(
                    UNREADABLE_FILE,
                    "The file can't be read: empty, cut off, no such format or encoding as its kind should have. It is quarantined as a file."),
            quarantine(
                    NO_TIME,
                    "Neither the document nor its file's name (yyyyMMdd_HHmmss, with a Z in UTC) says when it was polled; the part without a time is quarantined."),
            quarantine(UNPARSEABLE_TIME, "The time is no point in time."),
            quarantine(
                    NONEXISTENT_LOCAL_TIME,
                    "The local time does not exist: the clock was set forward over it (see --zone)."),
            quarantine(BROKEN_ELEMENT, "A city, location, EVSE or connector is not the JSON object it should be."),
            quarantine(MISSING_ID, "A location, EVSE or connector has no id."),
            quarantine(
                    BAD_VALUE,
                    "A value of a location, EVSE or connector is not of its column's type; its status is used all the same."),
            quarantine(ORPHAN_CONNECTOR, "The connector belongs to no charging point, as the master data says."));

    private static final List<RuleText> NOTES = List.of(
            warn(REQUEST_FAILED, "The API answered a city's request with a status code that is not its 'success'."),
            warn(AMBIGUOUS_LOCAL_TIME, "The local time came twice, as the clock was set back; the first is taken."),
            warn(NEW_COLUMN, "There is a column or field that is not known; it is left out."),
            warn(
                    MOJIBAKE,
                    "A text was decoded wrongly before it came ('KÃ¶ln'); it is repaired where that loses nothing."));

    public static List<RuleText> texts() {
        return java.util.stream.Stream.concat(REFUSALS.stream(), NOTES.stream()).toList();
    }

    public static RuleText text(String code) {
        return texts().stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow();
    }

    /** Rules of the rows that {@link Documents} makes of what was refused. */
    public static List<Rule> rules() {
        return REFUSALS.stream()
                .map(text -> Rule.of(text, col(DocumentRows.REFUSED).equalTo(text.code())))
                .toList();
    }

    /** Rows that stand for something refused: the other rules say nothing of them. */
    public static Column isRefusal() {
        return col(DocumentRows.REFUSED).isNotNull();
    }

    private static RuleText quarantine(String code, String sentence) {
        return new RuleText(SET, code, Severity.QUARANTINE, sentence);
    }

    private static RuleText warn(String code, String sentence) {
        return new RuleText(SET, code, Severity.WARN, sentence);
    }

    private DocumentRules() {}
}
