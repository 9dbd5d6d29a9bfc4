package io.chargelake.quality;

import java.util.Objects;

/**
 * What people are told of a rule, whatever evaluates it; docs/rules.md is the list of these.
 *
 * @param set the data it is about
 * @param code stable and snake_case: users filter by it
 * @param sentence what is wrong
 */
public record RuleText(String set, String code, Severity severity, String sentence) {
    public RuleText {
        if (!code.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Cannot declare rule '" + code + "': codes are snake_case");
        }
        Objects.requireNonNull(severity);
    }
}
