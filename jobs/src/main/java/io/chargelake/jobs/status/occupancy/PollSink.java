package io.chargelake.jobs.status.occupancy;

/** Receives polls that can be used, some thousand at once: a call for each would cost as much as what is done with it. */
@FunctionalInterface
interface PollSink {
    /** The first {@code polls} of the arrays, which are good until the call returns. */
    void polls(int[] device, long[] epochSecond, int[] status, int polls);
}
