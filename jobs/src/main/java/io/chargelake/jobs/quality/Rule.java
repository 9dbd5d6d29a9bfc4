package io.chargelake.jobs.quality;

import static org.apache.spark.sql.functions.not;

import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import org.apache.spark.sql.Column;

/**
 * One thing that may be wrong with a row.
 *
 * @param code stable and snake_case: users filter by it
 * @param sentence what is wrong, for people; docs/rules.md is made from it
 * @param broken true for a row that breaks the rule; null counts as not broken
 */
public record Rule(String set, String code, Severity severity, String sentence, Column broken) {
    public Rule {
        if (!code.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Cannot declare rule '" + code + "': codes are snake_case");
        }
    }

    public static Rule of(RuleText text, Column broken) {
        return new Rule(text.set(), text.code(), text.severity(), text.sentence(), broken);
    }

    /** The same rule for rows that are not {@code exempt} (never null). */
    public Rule unless(Column exempt) {
        return new Rule(set, code, severity, sentence, not(exempt).and(broken));
    }

    public RuleText text() {
        return new RuleText(set, code, severity, sentence);
    }
}
