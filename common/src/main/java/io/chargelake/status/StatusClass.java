package io.chargelake.status;

/**
 * What a status means for the use of a device. The order is the order of conflicts, weakest first: when a device
 * reports two statuses for the same second, the class declared later wins.
 */
public enum StatusClass {
    UNKNOWN,
    AVAILABLE,
    BLOCKED,
    OCCUPIED,
    OUT_OF_SERVICE
}
