package io.chargelake.jobs.generate.status;

/** The statuses that the synthetic API answers with; the ordinal is the code in the primitive arrays. */
enum DeviceStatus {
    AVAILABLE(5),
    BLOCKED(4),
    CHARGING(6),
    INOPERATIVE(0),
    OUTOFORDER(1),
    RESERVED(3),
    UNKNOWN(2);

    private static final DeviceStatus[] ALL = values();
    static final int COUNT = ALL.length;

    private final int precedence;

    DeviceStatus(int precedence) {
        this.precedence = precedence;
    }

    byte code() {
        return (byte) ordinal();
    }

    static DeviceStatus of(int code) {
        return ALL[code];
    }

    /** What a point says when its connectors say these two: busy if one is, else usable if one is. */
    static byte ofPoint(byte one, byte other) {
        return ALL[one].precedence >= ALL[other].precedence ? one : other;
    }
}
