package io.chargelake.energy.grid;

/**
 * A figure of power quality with its limit and where it comes from.
 *
 * @param value NaN where its inputs are not known: shown as n/a
 * @param limit NaN where there is none
 */
public record Reading(String metric, double value, double limit, Side side, String formula) {

    /** On which side of the limit all is well. */
    public enum Side {
        AT_MOST,
        AT_LEAST
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** What is not known, or has no limit, breaks none. */
    public boolean isOk() {
        if (!isKnown() || Double.isNaN(limit)) {
            return true;
        }
        return side == Side.AT_MOST ? value <= limit : value >= limit;
    }
}
