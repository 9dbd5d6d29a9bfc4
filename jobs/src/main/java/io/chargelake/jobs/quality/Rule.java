package io.chargelake.jobs.quality;

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
}
