package io.chargelake.energy.grid;

/**
 * A figure of power quality with its limit.
 *
 * @param value NaN where its inputs are not known: shown as n/a
 * @param limit NaN where there is none
 */
public record Reading(Metric metric, double value, double limit) {

    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** What is not known, or has no limit, breaks none. */
    public boolean isOk() {
        return !isKnown() || Double.isNaN(limit) || metric.keeps(value, limit);
    }

    /** How much of what the limit allows is used: 1 at the limit, more beyond it; NaN where there is no value or no limit. */
    public double shareOfLimit() {
        return metric.shareOfLimit(value, limit);
    }
}
