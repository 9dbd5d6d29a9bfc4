package io.chargelake.status;

/** Receives the final runs of each device in order of time, one device after the other, without an object a run. */
public interface RunSink {
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

    /** Feeds several consumers in one pass, in the given order. */
    static RunSink all(RunSink... sinks) {
        RunSink[] copy = sinks.clone();
        return new RunSink() {
            @Override
            public void run(int device, byte status, long start, long end, int polls) {
                for (RunSink sink : copy) {
                    sink.run(device, status, start, end, polls);
                }
            }

            @Override
            public void endDevice(int device) {
                for (RunSink sink : copy) {
                    sink.endDevice(device);
                }
            }
        };
    }
}
