package io.chargelake.jobs.generate.status;

import java.util.Locale;

/** What is counted while a world is written; the label is the key in {@code summary.json}. */
public enum Count {
    /** Device times slot: what a perfect network would have answered. */
    EXPECTED_POLLS,
    /** Rows in all files, on time and late. */
    POLLS,
    /** Device and second, of rows with an id and a time inside the period. */
    DISTINCT_POLLS,
    DUPLICATES,
    CONFLICTS,
    MISSING_POLLS,
    LATE_POLLS,
    BAD_NULL_ID,
    BAD_UNKNOWN_STATUS,
    BAD_FAR_FUTURE,
    BAD_BEFORE_2010,
    SESSIONS,
    OUTAGES,
    UNREACHABLE_SPELLS,
    POLL_FILES,
    POLL_BYTES,
    LATE_FILES,
    LATE_BYTES,
    TRUTH_FILES,
    TRUTH_BYTES,
    MASTER_FILES,
    MASTER_BYTES;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
