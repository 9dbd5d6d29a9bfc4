package io.chargelake.privacy.cell;

/**
 * The second largest contributor takes its own part off the sum and knows the largest to within p percent. Its protection
 * is what the remaining contributors lack to that.
 */
record PPercentRule(ContributorKind kind, int percent) implements CellRule {
    @Override
    public String code() {
        return "estimable_" + kind.code();
    }

    @Override
    public String sentence() {
        return "One " + kind.code() + " could estimate another's contribution from the cell.";
    }

    @Override
    public boolean isBrokenBy(CellMakeup makeup) {
        return makeup.knows(kind)
                && Percent.isShareAbove(
                        makeup.of(kind).largest(), percent, makeup.of(kind).rest());
    }

    @Override
    public long protection(CellMakeup makeup) {
        Contributions contributions = makeup.of(kind);
        return Math.max(1, Percent.above(contributions.largest(), percent) - contributions.rest());
    }
}
