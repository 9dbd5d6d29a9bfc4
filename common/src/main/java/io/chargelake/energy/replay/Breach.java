package io.chargelake.energy.replay;

/**
 * A limit that a plan does not keep.
 *
 * @param who the vehicle, or the site
 * @param second in the epoch, when the slot begins
 */
public record Breach(Kind kind, String who, long second, double value, double allowed) {

    /** What can be broken. */
    public enum Kind {
        NOT_A_NUMBER,
        WINDOW,
        POWER,
        TAPER,
        GIVES_WITHOUT_V2G,
        SOC_LOW,
        SOC_HIGH,
        SITE_LIMIT,
        TRANSFORMER
    }
}
