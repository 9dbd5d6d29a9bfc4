package io.chargelake.energy.solve;

import java.util.List;

/**
 * The rows of an interior point: what vehicles together draw in a slot, between a least and a most. Where the highest load is
 * sought, the most rises with that load, itself an amount.
 */
final class Rows {
    /** In kWh: begins at least so far from a bound, unless both are too near. */
    private static final double APART = 5;

    final int count;
    private final Limits limits;
    private final double[] load;
    /** What vehicles are paid for load: below 0 where the most is pressing, above where the least is. */
    final double[] price;

    final double[] priceStep;
    final Stride stride = new Stride();
    private final Side upper;
    private final Side lower;
    private final Side peak;
    private final List<Side> sides;
    private final double[] step;
    private final double[] give;
    private final double[] share;
    private final double[] throughPeak;
    private final double[] pull;
    private double peakStep;

    Rows(Limits limits) {
        this.limits = limits;
        this.count = limits.count();
        load = new double[count];
        price = new double[count];
        priceStep = new double[count];
        upper = new Side(count);
        lower = new Side(count);
        peak = new Side(limits.seeksPeak() ? 1 : 0);
        sides = List.of(upper, lower, peak);
        step = new double[count];
        give = new double[count];
        share = new double[count];
        throughPeak = new double[count];
        pull = new double[count];
    }

    /** How many bounds there are. */
    int bounds() {
        return 2 * count + peak.distance.length;
    }

    /** Begins at a load, or as near to it as lies between the bounds. */
    void begin(double[] near, double firstPeak, double pressure) {
        for (int i = 0; i < peak.distance.length; i++) {
            peak.begin(i, firstPeak, pressure);
        }
        for (int row = 0; row < count; row++) {
            double most = limits.upper(row) + limits.rise(row) * firstPeak;
            double least = limits.lower(row);
            double room = Math.min(APART, (most - least) / 4);
            load[row] = Math.max(least + room, Math.min(most - room, near[row]));
            upper.begin(row, most - load[row], pressure);
            lower.begin(row, load[row] - least, pressure);
        }
        stride.begin(bounds() * pressure);
    }

    /** How far rows are from the loads of vehicles. */
    double missing(double[] vehicles) {
        double most = 0;
        for (int row = 0; row < count; row++) {
            most = Math.max(most, Math.abs(load[row] - vehicles[row]));
        }
        return most;
    }

    void curve() {
        sides.forEach(Side::forget);
        for (int row = 0; row < count; row++) {
            give[row] = 1 / (upper.stiffness(row) + lower.stiffness(row));
            share[row] = upper.stiffness(row) * give[row];
        }
    }

    void bend(Cholesky matrix) {
        for (int row = 0; row < count; row++) {
            matrix.rows[row][row] += give[row];
        }
    }

    void learn() {
        sides.forEach(Side::learn);
    }

    /**
     * Solves for the step of prices, and with them for that of the peak.
     *
     * @param answered what vehicles' loads do by themselves
     * @param vehicles their loads
     */
    void solve(Cholesky matrix, double[] answered, double[] vehicles, double pressure) {
        for (int row = 0; row < count; row++) {
            pull[row] = price[row] - lower.aim(row, pressure) + upper.aim(row, pressure);
            priceStep[row] = load[row] - vehicles[row] + answered[row] - give[row] * pull[row];
        }
        matrix.solve(priceStep);
        if (limits.seeksPeak()) {
            solvePeak(matrix, pressure);
        }
        for (int row = 0; row < count; row++) {
            double rise = limits.rise(row) * peakStep;
            step[row] = share[row] * rise - give[row] * (pull[row] + priceStep[row]);
            upper.step(row, rise - step[row], pressure);
            lower.step(row, step[row], pressure);
        }
        stride.clear();
        sides.forEach(side -> side.see(stride));
    }

    /** The peak presses on all rows that rise with it: how they would answer it is solved for first. */
    private void solvePeak(Cholesky matrix, double pressure) {
        double pulled = limits.peakCost() - peak.aim(0, pressure);
        double stiff = peak.stiffness(0);
        for (int row = 0; row < count; row++) {
            double rise = limits.rise(row);
            throughPeak[row] = rise * share[row];
            pulled += rise * (share[row] * (pull[row] + priceStep[row]) - upper.aim(row, pressure));
            stiff += rise * rise * share[row] * lower.stiffness(row);
        }
        matrix.solve(throughPeak);
        for (int row = 0; row < count; row++) {
            stiff += limits.rise(row) * share[row] * throughPeak[row];
        }
        peakStep = -pulled / stiff;
        for (int row = 0; row < count; row++) {
            priceStep[row] += throughPeak[row] * peakStep;
        }
        peak.step(0, peakStep, pressure);
    }

    void move(double part, double partOfWorth) {
        for (Side side : sides) {
            side.move(part, partOfWorth);
        }
        for (int row = 0; row < count; row++) {
            load[row] += part * step[row];
            price[row] += partOfWorth * priceStep[row];
        }
    }
}
