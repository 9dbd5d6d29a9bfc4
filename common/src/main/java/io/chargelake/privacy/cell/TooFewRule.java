package io.chargelake.privacy.cell;

/**
 * A cell needs so many contributors of a kind.
 *
 * <p>Its protection is the largest contribution: with so few, whether somebody is in the cell at all is what must stay
 * open, so the bounds must leave room for the largest to be absent, or to be there twice. The p-percent level alone would
 * not do: it is 0 for ten equal contributors.
 */
record TooFewRule(ContributorKind kind, int least) implements CellRule {
    @Override
    public String code() {
        return "too_few_" + kind.plural();
    }

    @Override
    public String sentence() {
        return "Too few " + kind.plural() + " contribute to the cell.";
    }

    @Override
    public boolean isBrokenBy(CellMakeup makeup) {
        return makeup.knows(kind) && makeup.of(kind).number() < least;
    }

    @Override
    public long protection(CellMakeup makeup) {
        return Math.max(1, makeup.of(kind).largest());
    }
}
