package io.chargelake.jobs.lake;

/** A job that leaves a record and answers on stdout: as a page, or as JSON by a {@code --json} of its own. */
public interface Report extends Job {}
