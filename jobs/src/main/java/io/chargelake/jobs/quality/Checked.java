package io.chargelake.jobs.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.raw.Received;
import io.chargelake.quality.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows beside the rules they break, all rules of a set in one pass: a bit for each rule, by its place among those of its severity. Bits
 * cost a row nothing to speak of, where a list of codes would be built for each of the many rows that break none.
 */
final class Checked {
    private static final String REASONS = "_reasons";
    private static final String WARNINGS = "_warnings";
    /** What was received, of rows that are refused. */
    static final String RAW = "_raw";

    private final List<Rule> refusing;
    private final List<Rule> warning;

    Checked(List<Rule> rules) {
        this.refusing = of(rules, Severity.QUARANTINE);
        this.warning = of(rules, Severity.WARN);
    }

    private static List<Rule> of(List<Rule> rules, Severity severity) {
        List<Rule> own =
                rules.stream().filter(rule -> rule.severity() == severity).toList();
        if (own.size() > Long.SIZE) {
            throw new IllegalArgumentException(
                    "Cannot check " + own.size() + " rules of severity " + severity.code() + " at once: 64 at most");
        }
        return own;
    }

    /** In one step: each would copy every row again, and what two columns share is computed once. */
    Dataset<Row> rows(Dataset<Row> rows) {
        Column reasons = bits(refusing);
        return rows.withColumns(Map.of(
                REASONS, reasons, WARNINGS, bits(warning), RAW, when(reasons.notEqual(0L), Received.json(rows))));
    }

    private static Column bits(List<Rule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> when(rules.get(i).broken(), 1L << i).otherwise(0L))
                .reduce(Column::bitwiseOR)
                .orElse(lit(0L));
    }

    static Column isRefused() {
        return col(REASONS).notEqual(0L);
    }

    /** How many rows break which rules: {@link #REASONS}, {@link #WARNINGS} and a count, of which there are few. */
    static Dataset<Row> counts(Dataset<Row> checked) {
        return checked.groupBy(col(REASONS), col(WARNINGS)).count();
    }

    List<String> reasons(Row count) {
        return codes(refusing, count.getAs(REASONS));
    }

    List<String> warnings(Row count) {
        return codes(warning, count.getAs(WARNINGS));
    }

    private static List<String> codes(List<Rule> rules, long bits) {
        return IntStream.range(0, rules.size())
                .filter(i -> (bits >>> i & 1) == 1)
                .mapToObj(i -> rules.get(i).code())
                .toList();
    }

    /** Codes of the rules that refuse a row. */
    Column reasons() {
        Column[] codes = IntStream.range(0, refusing.size())
                .mapToObj(i -> when(
                        col(REASONS).bitwiseAND(1L << i).notEqual(0L),
                        refusing.get(i).code()))
                .toArray(Column[]::new);
        return codes.length == 0 ? array().cast("array<string>") : array_compact(array(codes));
    }

    static Dataset<Row> drop(Dataset<Row> checked) {
        return checked.drop(REASONS, WARNINGS, RAW);
    }
}
