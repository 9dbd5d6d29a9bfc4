package io.chargelake.energy.solve;

/**
 * How far a step may go until a distance to a bound, or the worth of one, would fall below zero; and what bounds would press, sum
 * of distance times worth, after any part of it.
 */
final class Stride {
    private double pace;
    private double paceOfWorth;
    private double pressure;
    private double byStep;
    private double byWorth;
    private double byBoth;

    /** Before the first step. */
    void begin(double firstPressure) {
        clear();
        pressure = firstPressure;
    }

    void clear() {
        pace = 0;
        paceOfWorth = 0;
        pressure = 0;
        byStep = 0;
        byWorth = 0;
        byBoth = 0;
    }

    /** @param sign of the step: away from one bound is towards the other */
    void see(double[] distance, double[] step, double sign, double[] worth, double[] stepOfWorth, int from, int to) {
        double fastest = pace;
        double fastestOfWorth = paceOfWorth;
        double now = 0;
        double moved = 0;
        double priced = 0;
        double both = 0;
        for (int i = from; i < to; i++) {
            double move = sign * step[i];
            if (-move > fastest * distance[i]) {
                fastest = -move / distance[i];
            }
            if (-stepOfWorth[i] > fastestOfWorth * worth[i]) {
                fastestOfWorth = -stepOfWorth[i] / worth[i];
            }
            now += distance[i] * worth[i];
            moved += move * worth[i];
            priced += distance[i] * stepOfWorth[i];
            both += move * stepOfWorth[i];
        }
        pace = fastest;
        paceOfWorth = fastestOfWorth;
        pressure += now;
        byStep += moved;
        byWorth += priced;
        byBoth += both;
    }

    /** The part of the step until a bound is reached, and more than 1 beyond the step; endless if none ever is. */
    double most() {
        return 1 / pace;
    }

    double mostOfWorth() {
        return 1 / paceOfWorth;
    }

    double pressureAfter(double part, double partOfWorth) {
        return pressure + part * byStep + partOfWorth * byWorth + part * partOfWorth * byBoth;
    }
}
