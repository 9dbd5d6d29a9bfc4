package io.chargelake.jobs.publish.postgres;

/** Whether what was published before is taken to be still as it was. */
public enum Renewal {
    CHANGES,
    EVERYTHING
}
