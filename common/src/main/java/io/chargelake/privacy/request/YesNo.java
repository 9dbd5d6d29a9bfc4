package io.chargelake.privacy.request;

import java.math.BigDecimal;

/** A truth: the share of the records with a yes may leave, and records be chosen by it. */
public record YesNo(String name, String meaning) implements ListedColumn {
    /** Whole percents. */
    static final BigDecimal ROUNDING = new BigDecimal("0.01");
}
