package io.chargelake.privacy.ledger;

/**
 * What linking needs to know of a measure.
 *
 * @param floor what everybody knows no value to be below; {@link io.chargelake.privacy.table.Cell#NO_FLOOR} for signed ones
 * @param leastProtection how far everybody's bounds must stay at least from a difference that few contributors make: what
 *     one of them may give, since a small difference may be a large gain less a large loss
 */
public record MeasureSettings(String measure, long floor, long leastProtection) {
    public MeasureSettings {
        if (measure.isEmpty() || leastProtection < 1) {
            throw new IllegalArgumentException("Cannot link measure '" + measure + "' with least protection "
                    + leastProtection + " (a measure is needed, protection is at least 1)");
        }
    }
}
