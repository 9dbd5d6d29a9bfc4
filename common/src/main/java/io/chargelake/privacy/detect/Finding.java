package io.chargelake.privacy.detect;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a detector found in a column.
 *
 * @param share of the records
 * @param example with each letter as A and each digit as 9: its shape can be judged, and it is nobody's
 */
public record Finding(String detector, String meaning, double share, String example) {

    /** For a refusal. */
    public String line(String column) {
        return column + " has " + meaning + " in " + percent() + " of its records, such as " + example;
    }

    private String percent() {
        BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP);
        return percent.signum() == 0 ? "less than 0.1 %" : percent.toPlainString() + " %";
    }
}
