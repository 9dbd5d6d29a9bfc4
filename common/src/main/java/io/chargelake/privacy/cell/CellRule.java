package io.chargelake.privacy.cell;

/** Why a cell may be unsafe, by itself. */
public interface CellRule {
    /** Stable and snake_case. */
    String code();

    /** For people, and for deliveries: parameters are left out, since they help to narrow a suppressed value down. */
    String sentence();

    boolean isBrokenBy(CellMakeup makeup);

    /**
     * How far from the true value the bounds must stay that anybody can work out for a cell that breaks this rule; at
     * least 1. The smallest whole number above the rule's own threshold, so that bounds may touch it.
     */
    long protection(CellMakeup makeup);
}
