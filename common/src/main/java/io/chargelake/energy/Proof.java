package io.chargelake.energy;

import java.util.List;

/**
 * How good a plan is: what it costs in the strategy's own measure, and what none can fall below.
 *
 * @param rounds how both came nearer
 */
public record Proof(double objective, double bound, List<Round> rounds) {
    /** Energy is counted in whole billionths of a kWh: less than a ten-millionth is rounding. */
    private static final double NOTHING = 1e-7;

    /** Best objective and bound known after a round of prices. */
    public record Round(double objective, double bound) {}

    public Proof {
        rounds = List.copyOf(rounds);
    }

    public static Proof of(double objective, double bound) {
        return new Proof(objective, bound, List.of(new Round(objective, bound)));
    }

    /** Where a strategy promises nothing. */
    public static Proof none(double objective) {
        return new Proof(objective, Double.NEGATIVE_INFINITY, List.of());
    }

    /** Share of the objective by which a better plan could beat this one at most; NaN where nothing is known. */
    public double gap() {
        return gap(objective, bound);
    }

    public static double gap(double objective, double bound) {
        if (!Double.isFinite(bound)) {
            return Double.NaN;
        }
        double apart = objective - bound;
        return apart <= NOTHING ? 0 : apart / Math.max(Math.abs(objective), Math.abs(bound));
    }
}
