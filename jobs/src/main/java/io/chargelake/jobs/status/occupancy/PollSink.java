package io.chargelake.jobs.status.occupancy;

/** Receives polls that can be used. */
@FunctionalInterface
interface PollSink {
    void poll(int device, long epochSecond, byte status);
}
