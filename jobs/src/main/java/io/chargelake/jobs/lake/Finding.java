package io.chargelake.jobs.lake;

/** What a rule found in a run's data. */
public record Finding(String code, String severity, long count) {}
