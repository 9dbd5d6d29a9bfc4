package io.chargelake.profile;

/** A common value and how often it is there. */
public record TopValue(String value, long count) {}
