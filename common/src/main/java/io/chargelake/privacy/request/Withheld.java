package io.chargelake.privacy.request;

/** A column that never leaves, by the rule that says why. */
public record Withheld(String name, RequestRule rule) implements ListedColumn {}
