package io.chargelake.jobs.lake;

/** What a write left behind: the table's version and the rows written by it. */
public record Written(String table, String version, long rows) {}
