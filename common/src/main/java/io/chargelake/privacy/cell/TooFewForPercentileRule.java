package io.chargelake.privacy.cell;

/** A percentile needs so many contributors of the finest kind that the table knows. */
record TooFewForPercentileRule(int least) implements CellRule {
    @Override
    public String code() {
        return "too_few_for_percentile";
    }

    @Override
    public String sentence() {
        return "Too few contribute to the cell for a percentile of it.";
    }

    @Override
    public boolean isBrokenBy(CellMakeup makeup) {
        return finest(makeup).number() < least;
    }

    /** A percentile is no term of any sum, so no bound for it follows from other cells: the least there is. */
    @Override
    public long protection(CellMakeup makeup) {
        return 1;
    }

    private static Contributions finest(CellMakeup makeup) {
        return makeup.of(makeup.kinds().iterator().next());
    }
}
