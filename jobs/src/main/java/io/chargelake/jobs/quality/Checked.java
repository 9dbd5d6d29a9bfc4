package io.chargelake.jobs.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import io.chargelake.quality.Severity;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows beside the codes of the rules they break: all rules of a set in one pass. */
public final class Checked {
    public static final String REASONS = "_reasons";
    public static final String WARNINGS = "_warnings";

    public static Dataset<Row> by(List<Rule> rules, Dataset<Row> rows) {
        return rows.withColumn(REASONS, codes(rules, Severity.QUARANTINE))
                .withColumn(WARNINGS, codes(rules, Severity.WARN));
    }

    public static Column isRefused() {
        return size(col(REASONS)).gt(0);
    }

    private static Column codes(List<Rule> rules, Severity severity) {
        Column[] broken = rules.stream()
                .filter(rule -> rule.severity() == severity)
                .map(rule -> when(rule.broken(), lit(rule.code())))
                .toArray(Column[]::new);
        return broken.length == 0 ? array().cast("array<string>") : array_compact(array(broken));
    }

    private Checked() {}
}
