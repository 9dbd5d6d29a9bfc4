package io.chargelake.privacy.request;

import java.math.BigDecimal;

/** At which values records may be parted: whole steps up to the last, so that no two thresholds stand close enough to isolate a record. */
public record Thresholds(BigDecimal step, BigDecimal last) {
    public Thresholds {
        if (step.signum() <= 0 || last.compareTo(step) < 0) {
            throw new IllegalArgumentException("Cannot list thresholds from " + step + " to " + last);
        }
    }

    boolean allow(BigDecimal value) {
        return value.signum() > 0
                && value.compareTo(last) <= 0
                && value.remainder(step).signum() == 0;
    }

    @Override
    public String toString() {
        return "multiples of " + step.toPlainString() + " up to " + last.toPlainString();
    }
}
