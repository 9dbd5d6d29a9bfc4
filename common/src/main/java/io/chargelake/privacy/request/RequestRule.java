package io.chargelake.privacy.request;

import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why a request is refused. Each rule is decided from the request alone, before any data is read. */
public enum RequestRule {
    UNKNOWN_TABLE("the table lets nothing out, or there is none of this name"),
    UNKNOWN_COLUMN("the table has no such column"),
    ID_COLUMN("an id singles out one vehicle, person, place or record"),
    SINGLE_CONTRIBUTOR("a filter on an id asks for one vehicle, person or place"),
    OPERATOR_COLUMN("figures of one operator show the business of that operator"),
    FREE_TEXT("a free text can say anything of anybody"),
    PRECISE_PLACE("a precise place singles out who goes there; the finest that leaves is the zone or the city"),
    PRECISE_TIME("a precise time singles out a record; the finest that leaves is the hour"),
    NOT_LISTED("the column is not on the allowlist of its table"),
    NOT_A_DIMENSION("figures can't be grouped by this column: its values are too many or too precise"),
    UNKNOWN_STATISTIC("there is no such statistic"),
    EXTREME_VALUE(
            "a smallest, largest, first or last value is that of one contributor; so are the outermost percentiles"),
    CONTRIBUTOR_COUNT("the number of vehicles, users or other contributors, or a share of them, never leaves"),
    COUNT_FROM_SHARE(
            "a share and the number of its records together tell how many they are, and so do sum and mean of one column"),
    STATISTIC_NOT_LISTED("this statistic of the column is not on the allowlist"),
    ROUNDING_TOO_FINE("the rounding asked for is finer than what the table lets out"),
    NOT_A_FILTER("records can't be chosen by this column"),
    FILTER_OPERATOR("records can't be chosen from this column by this comparison"),
    FILTER_THRESHOLD("thresholds other than the listed ones could isolate single records"),
    FILTER_VALUE("the filter's value is none of this column's type"),
    TOO_MANY_DIMENSIONS("the more dimensions, the fewer contributors a cell has"),
    TOO_MANY_MEASURES("the more figures a cell has, the more can be computed from them"),
    TOO_MANY_CELLS("the finer the cells, the fewer contributors each has"),
    PERIOD_OPEN("the period has no end or is not over: its figures would change with each delivery"),
    REQUEST_EXPIRED("the request's expiry date is past"),
    EXPIRY_MISSING("a request without an expiry date would be answered for ever"),
    RECIPIENT_MISSING("it is not said who receives the extract"),
    PURPOSE_MISSING("it is not said what the extract is for"),
    SINGLE_RECORDS("values of single records never are anonymous"),
    ROWS_WITHOUT_STATISTICS(
            "a pseudonymised extract has rows of single records: statistics belong to an anonymous one"),
    NOISE_FOR_SUMS_ONLY("differential privacy is for sums only"),
    NOISE_FOR_ONE_SUM("differential privacy tells one sum a request, as what a contributor may add is in its unit"),
    NOISE_WITHOUT_LIST(
            "under differential privacy the cells must not depend on the data: a column needs a fixed list of values");

    private static final String SET = "request";

    private final String sentence;

    RequestRule(String sentence) {
        this.sentence = sentence;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
        return sentence;
    }

    /** For the page of all rules. */
    public static List<RuleText> catalogue() {
        return Arrays.stream(values())
                .map(rule -> new RuleText(SET, rule.code(), Severity.FAIL, rule.sentence))
                .toList();
    }
}
