package io.chargelake.energy.solve;

import java.util.Arrays;

/**
 * The rows of an interior point: what vehicles together draw in a slot, between a least and a most. Where the highest load is
 * sought, the most is that load, itself an amount. A row's price is above 0 where the most is pressing, below where the least is.
 */
final class Rows {
    /** Further than any load: a limit there is none. */
    private static final double FAR = 1e12;

    final int count;
    private final double[] upper;
    private final double[] lower;
    /** What a row's most rises by with the peak; 0 where no peak is sought. */
    private final double rise;
    /** What a kW of the peak costs. */
    private final double peakCost;

    private final double[] load;
    /** Negated, as vehicles are paid it. */
    final double[] price;

    private final double[] toUpper;
    private final double[] toLower;
    private final double[] worthUpper;
    private final double[] worthLower;
    private double peak;
    private double worthPeak;

    private final double[] step;
    final double[] priceStep;
    private final double[] stepUpper;
    private final double[] stepLower;
    private final double[] worthUpperStep;
    private final double[] worthLowerStep;
    private double peakStep;
    private double worthPeakStep;

    private final double[] bentUpper;
    private final double[] bentLower;
    private double bentPeak;

    final Stride stride = new Stride();

    private final double[] give;
    private final double[] share;
    private final double[] throughPeak;
    private final double[] pull;

    /** @param rise 0 where no peak is sought */
    Rows(double[] upper, double[] lower, double rise, double peakCost) {
        this.count = upper.length;
        this.upper = bounded(upper);
        this.lower = bounded(lower);
        this.rise = rise;
        this.peakCost = peakCost;
        load = new double[count];
        price = new double[count];
        toUpper = new double[count];
        toLower = new double[count];
        worthUpper = new double[count];
        worthLower = new double[count];
        step = new double[count];
        priceStep = new double[count];
        stepUpper = new double[count];
        stepLower = new double[count];
        worthUpperStep = new double[count];
        worthLowerStep = new double[count];
        bentUpper = new double[count];
        bentLower = new double[count];
        give = new double[count];
        share = new double[count];
        throughPeak = new double[count];
        pull = new double[count];
    }

    private static double[] bounded(double[] limits) {
        return Arrays.stream(limits)
                .map(limit -> Math.max(-FAR, Math.min(FAR, limit)))
                .toArray();
    }

    /** Places of a stay that have a row. */
    static int[] filled(int[] row) {
        int[] places = new int[row.length];
        int count = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] >= 0) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    boolean seeksPeak() {
        return rise > 0;
    }

    double peak() {
        return peak;
    }

    /** Above 0 where the most is pressing, below where the least is; 0 where the one that would press is missing. */
    double priceOfLoad(int row) {
        double above = upper[row] == FAR ? 0 : Double.POSITIVE_INFINITY;
        double below = lower[row] == -FAR ? 0 : Double.NEGATIVE_INFINITY;
        return Math.max(below, Math.min(above, -price[row]));
    }

    /** Begins at a load, or as near to it as lies between the bounds. */
    void begin(double[] near, double firstPeak, double pressure) {
        peak = firstPeak;
        worthPeak = seeksPeak() ? pressure / peak : 0;
        for (int row = 0; row < count; row++) {
            double most = upper[row] + rise * peak;
            double room = Math.min(5, (most - lower[row]) / 4);
            load[row] = Math.max(lower[row] + room, Math.min(most - room, near[row]));
            toUpper[row] = most - load[row];
            toLower[row] = load[row] - lower[row];
            worthUpper[row] = pressure / toUpper[row];
            worthLower[row] = pressure / toLower[row];
        }
        stride.begin(pressing() * pressure);
    }

    int pressing() {
        return 2 * count + (seeksPeak() ? 1 : 0);
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
        Arrays.fill(bentUpper, 0);
        Arrays.fill(bentLower, 0);
        bentPeak = 0;
        for (int row = 0; row < count; row++) {
            double up = worthUpper[row] / toUpper[row];
            give[row] = 1 / (up + worthLower[row] / toLower[row]);
            share[row] = up * give[row];
        }
    }

    void bend(Cholesky matrix) {
        for (int row = 0; row < count; row++) {
            matrix.rows[row][row] += give[row];
        }
    }

    void learn() {
        bentPeak = peakStep * worthPeakStep;
        for (int row = 0; row < count; row++) {
            bentUpper[row] = stepUpper[row] * worthUpperStep[row];
            bentLower[row] = stepLower[row] * worthLowerStep[row];
        }
    }

    /**
     * Solves for the step of prices, and with them for that of the peak.
     *
     * @param answered what vehicles' loads do by themselves
     * @param vehicles their loads
     */
    void solve(Cholesky matrix, double[] answered, double[] vehicles, double pressure) {
        for (int row = 0; row < count; row++) {
            pull[row] = price[row] - fromLower(row, pressure) + fromUpper(row, pressure);
            priceStep[row] = load[row] - vehicles[row] + answered[row] - give[row] * pull[row];
        }
        matrix.solve(priceStep);
        if (seeksPeak()) {
            solvePeak(matrix, pressure);
        }
        worthPeakStep = seeksPeak() ? (pressure - bentPeak - worthPeak * peakStep) / peak - worthPeak : 0;
        stride.clear();
        stride.see(peak, peakStep, worthPeak, worthPeakStep);
        for (int row = 0; row < count; row++) {
            step[row] = -give[row] * (pull[row] + priceStep[row]) + share[row] * rise * peakStep;
            steps(row, pressure);
        }
        stride.see(toUpper, stepUpper, 1, worthUpper, worthUpperStep, 0, count);
        stride.see(toLower, stepLower, 1, worthLower, worthLowerStep, 0, count);
    }

    private double fromUpper(int row, double pressure) {
        return (pressure - bentUpper[row]) / toUpper[row];
    }

    private double fromLower(int row, double pressure) {
        return (pressure - bentLower[row]) / toLower[row];
    }

    private void solvePeak(Cholesky matrix, double pressure) {
        double pulled = peakCost - (pressure - bentPeak) / peak;
        double stiff = worthPeak / peak;
        for (int row = 0; row < count; row++) {
            double ofLower = worthLower[row] / toLower[row];
            throughPeak[row] = rise * share[row];
            pulled -= rise * fromUpper(row, pressure);
            stiff += rise * rise * share[row] * ofLower;
        }
        double[] weights = throughPeak.clone();
        matrix.solve(throughPeak);
        for (int row = 0; row < count; row++) {
            pulled += weights[row] * (pull[row] + priceStep[row]);
            stiff += weights[row] * throughPeak[row];
        }
        peakStep = -pulled / stiff;
        for (int row = 0; row < count; row++) {
            priceStep[row] += throughPeak[row] * peakStep;
        }
    }

    private void steps(int row, double pressure) {
        stepUpper[row] = rise * peakStep - step[row];
        stepLower[row] = step[row];
        worthUpperStep[row] =
                fromUpper(row, pressure) - worthUpper[row] - worthUpper[row] / toUpper[row] * stepUpper[row];
        worthLowerStep[row] =
                fromLower(row, pressure) - worthLower[row] - worthLower[row] / toLower[row] * stepLower[row];
    }

    void move(double part, double partOfWorth) {
        peak += part * peakStep;
        worthPeak += partOfWorth * worthPeakStep;
        for (int row = 0; row < count; row++) {
            load[row] += part * step[row];
            toUpper[row] += part * stepUpper[row];
            toLower[row] += part * stepLower[row];
            worthUpper[row] += partOfWorth * worthUpperStep[row];
            worthLower[row] += partOfWorth * worthLowerStep[row];
            price[row] += partOfWorth * priceStep[row];
        }
    }
}
