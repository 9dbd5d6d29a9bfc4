package io.chargelake.status;

/** Receives the final runs of each device in order of time, one device after the other, without an object a run. */
public interface RunSink {
    /**
     * A part of the run that {@link #run} passes next: the polls of one or more such parts, in order of time, are its
     * polls. Encoded runs lie within a UTC day, so a consumer learns what of a run each day holds.
     */
    default void part(long first, long last, int polls) {}

    /**
     * A maximal run of one status.
     *
     * @param start second of its first poll
     * @param end second at which its last poll stops to hold
     * @param polls distinct seconds polled
     */
    void run(int device, byte status, long start, long end, int polls);

    /** The device's last run has passed. */
    default void endDevice(int device) {}
}
