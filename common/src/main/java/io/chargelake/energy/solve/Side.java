package io.chargelake.energy.solve;

import java.util.Arrays;

/** One side of the bounds of some amounts: how far each is from it, what it is worth, and the next step of both. */
final class Side {
    final double[] distance;
    private final double[] worth;
    private final double[] step;
    private final double[] worthStep;
    private final double[] bent;

    Side(int count) {
        distance = new double[count];
        worth = new double[count];
        step = new double[count];
        worthStep = new double[count];
        bent = new double[count];
    }

    void begin(int i, double far, double pressure) {
        distance[i] = far;
        worth[i] = pressure / far;
    }

    /** How fast the worth rises as the bound comes nearer. */
    double stiffness(int i) {
        return worth[i] / distance[i];
    }

    /** The worth aimed at, were the distance to stay. */
    double aim(int i, double pressure) {
        return (pressure - bent[i]) / distance[i];
    }

    void step(int i, double move, double pressure) {
        step[i] = move;
        worthStep[i] = aim(i, pressure) - worth[i] - stiffness(i) * move;
    }

    void see(Stride stride) {
        stride.see(distance, step, 1, worth, worthStep, 0, distance.length);
    }

    /** What the last step would bend worths by, were it taken. */
    void learn() {
        for (int i = 0; i < bent.length; i++) {
            bent[i] = step[i] * worthStep[i];
        }
    }

    void forget() {
        Arrays.fill(bent, 0);
    }

    void move(double share, double shareOfWorth) {
        for (int i = 0; i < distance.length; i++) {
            distance[i] += share * step[i];
            worth[i] += shareOfWorth * worthStep[i];
        }
    }
}
