package io.chargelake.jobs.lake;

/** What is stored of a table. */
public record TableState(String table, String version, long rows, long files, long bytes) {}
