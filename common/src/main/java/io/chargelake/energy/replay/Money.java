package io.chargelake.energy.replay;

/** Savings, and when they pay for what was spent. */
public final class Money {

    private Money() {}

    /** Share of a reference's bill that is saved; NaN where the reference costs nothing. */
    public static double saving(Bill reference, Bill bill) {
        return reference.total() == 0 ? Double.NaN : (reference.total() - bill.total()) / Math.abs(reference.total());
    }

    /** Infinite for never. Savings are those of a month; what wears and what runs comes off them. */
    public static double monthsToPayBack(double investment, double saving, double wear, double running) {
        double left = saving - wear - running;
        return left > 0 ? investment / left : Double.POSITIVE_INFINITY;
    }
}
