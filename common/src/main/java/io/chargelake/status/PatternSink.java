package io.chargelake.status;

/** Told of what is odd about the polls of one charging point. */
public interface PatternSink {
    /** No poll of a device for longer than the gap allowed. */
    void gap();

    /** A charge that is longer than plausible. */
    void longCharge();

    /** The point's status changed between two polls that follow each other; the second is that of the later one. */
    void change(long second);

    /** The point's status stayed the same for long. */
    void steady(long first, long last);

    /** At some poll the point charges and none of its connectors does, or the other way round. Told once. */
    void disagreement();
}
