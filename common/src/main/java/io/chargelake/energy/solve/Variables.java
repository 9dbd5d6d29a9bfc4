package io.chargelake.energy.solve;

import java.util.Arrays;

/**
 * The amounts an interior point is made of, each between 0 and an end: how far it is from both, what either bound is worth, and
 * the next step. Flat arrays, of which a pass takes a part, so that a block's own stay at hand while it works on them.
 */
final class Variables {
    int count;
    /** What one costs. */
    double[] cost = new double[1024];
    /** How far it is from 0, and from its end. */
    double[] above = new double[1024];

    double[] below = new double[1024];
    /** What these bounds are worth. */
    private double[] worthAbove;

    private double[] worthBelow;
    private double[] inverseAbove;
    private double[] inverseBelow;
    /** One over the curvature of the barrier. */
    double[] give;
    /** What the rows pay for one, and by how much they pay more after a step. */
    double[] paid;

    double[] paidMore;
    /** How far it would move before rows have their say. */
    double[] pull;

    private double[] step;
    private double[] stepAbove;
    private double[] stepBelow;
    private double[] bentAbove;
    private double[] bentBelow;

    final Stride stride = new Stride();

    int add(double price, double end, double start) {
        if (count == cost.length) {
            int longer = 2 * count;
            cost = Arrays.copyOf(cost, longer);
            above = Arrays.copyOf(above, longer);
            below = Arrays.copyOf(below, longer);
        }
        cost[count] = price;
        above[count] = start;
        below[count] = end - start;
        return count++;
    }

    /** All bounds equally pressing. */
    void begin(double pressure) {
        worthAbove = new double[count];
        worthBelow = new double[count];
        inverseAbove = new double[count];
        inverseBelow = new double[count];
        give = new double[count];
        paid = new double[count];
        paidMore = new double[count];
        pull = new double[count];
        step = new double[count];
        stepAbove = new double[count];
        stepBelow = new double[count];
        bentAbove = new double[count];
        bentBelow = new double[count];
        for (int i = 0; i < count; i++) {
            worthAbove[i] = pressure / above[i];
            worthBelow[i] = pressure / below[i];
        }
        stride.begin(2 * count * pressure);
    }

    void curve(int from, int to) {
        for (int i = from; i < to; i++) {
            inverseAbove[i] = 1 / above[i];
            inverseBelow[i] = 1 / below[i];
            give[i] = 1 / (worthAbove[i] * inverseAbove[i] + worthBelow[i] * inverseBelow[i]);
            bentAbove[i] = 0;
            bentBelow[i] = 0;
        }
    }

    /** What the last step would bend bounds' worth by, were it taken. */
    void learn(int from, int to) {
        for (int i = from; i < to; i++) {
            bentAbove[i] = step[i] * stepAbove[i];
            bentBelow[i] = -step[i] * stepBelow[i];
        }
    }

    /** Takes aim at where all bounds press as much. */
    void aim(double pressure, int from, int to) {
        for (int i = from; i < to; i++) {
            double fromAbove = (pressure - bentAbove[i]) * inverseAbove[i];
            double fromBelow = (pressure - bentBelow[i]) * inverseBelow[i];
            pull[i] = (cost[i] - paid[i] - fromAbove + fromBelow) * give[i];
        }
    }

    /** The step there, once rows have said what they pay more. */
    void steps(double pressure, int from, int to) {
        for (int i = from; i < to; i++) {
            double move = give[i] * paidMore[i] - pull[i];
            step[i] = move;
            stepAbove[i] = (pressure - bentAbove[i] - worthAbove[i] * move) * inverseAbove[i] - worthAbove[i];
            stepBelow[i] = (pressure - bentBelow[i] + worthBelow[i] * move) * inverseBelow[i] - worthBelow[i];
        }
        stride.see(above, step, 1, worthAbove, stepAbove, from, to);
        stride.see(below, step, -1, worthBelow, stepBelow, from, to);
    }

    void move(double share, double shareOfWorth, int from, int to) {
        for (int i = from; i < to; i++) {
            above[i] += share * step[i];
            below[i] -= share * step[i];
            worthAbove[i] += shareOfWorth * stepAbove[i];
            worthBelow[i] += shareOfWorth * stepBelow[i];
        }
    }
}
