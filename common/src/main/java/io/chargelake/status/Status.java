package io.chargelake.status;

import java.util.HashMap;
import java.util.Map;

/**
 * The nine statuses of OCPI. Their codes are stored in encoded runs, so they never change; their numeric order is the
 * order of conflicts (class first, then alphabet), so that any conflict is resolved by the greatest code, in any order
 * and any grouping.
 */
public enum Status {
    UNKNOWN(0, StatusClass.UNKNOWN),
    AVAILABLE(1, StatusClass.AVAILABLE),
    BLOCKED(2, StatusClass.BLOCKED),
    RESERVED(3, StatusClass.BLOCKED),
    CHARGING(4, StatusClass.OCCUPIED),
    INOPERATIVE(5, StatusClass.OUT_OF_SERVICE),
    OUTOFORDER(6, StatusClass.OUT_OF_SERVICE),
    PLANNED(7, StatusClass.OUT_OF_SERVICE),
    REMOVED(8, StatusClass.OUT_OF_SERVICE);

    private static final Status[] BY_CODE = new Status[values().length];
    private static final Map<String, Status> BY_WORD = new HashMap<>();

    static {
        for (Status status : values()) {
            BY_CODE[status.code] = status;
            BY_WORD.put(status.name(), status);
        }
        BY_WORD.put("OCCUPIED", CHARGING);
    }

    private final byte code;
    private final StatusClass statusClass;

    Status(int code, StatusClass statusClass) {
        this.code = (byte) code;
        this.statusClass = statusClass;
    }

    /** The canonical status of a word as received; null and words outside the contract read as UNKNOWN. */
    public static Status of(String raw) {
        return BY_WORD.getOrDefault(raw, UNKNOWN);
    }

    /** Whether a word belongs to the contract: those that don't are reported, since {@link #of} hides them. */
    public static boolean recognises(String raw) {
        return BY_WORD.containsKey(raw);
    }

    public static Status ofCode(int code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    "Cannot read status: no such code (" + code + ", 0 to " + (BY_CODE.length - 1) + " are known)");
        }
        return BY_CODE[code];
    }

    /** The class of a code, for loops over primitive runs. */
    public static StatusClass classOf(byte code) {
        return ofCode(code).statusClass;
    }

    static boolean isCode(int code) {
        return code >= 0 && code < BY_CODE.length;
    }

    public byte code() {
        return code;
    }

    public StatusClass statusClass() {
        return statusClass;
    }
}
