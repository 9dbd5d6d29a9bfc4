package io.chargelake.privacy.cell;

/**
 * One contributor gives more than a share of the cell, so that the sum estimates it well. Its protection is how much
 * larger the cell would have to be for the same contributor not to dominate it.
 */
record DominanceRule(ContributorKind kind, int percent) implements CellRule {
    @Override
    public String code() {
        return "dominant_" + kind.code();
    }

    @Override
    public String sentence() {
        return "One " + kind.code() + " contributes nearly all of the cell.";
    }

    @Override
    public boolean isBrokenBy(CellMakeup makeup) {
        return makeup.knows(kind)
                && Percent.isAbove(
                        makeup.of(kind).largest(), percent, makeup.of(kind).size());
    }

    @Override
    public long protection(CellMakeup makeup) {
        Contributions contributions = makeup.of(kind);
        return Math.max(1, Percent.wholeAbove(contributions.largest(), percent) - contributions.size());
    }
}
