package io.chargelake.energy.grid;

import java.util.Arrays;

/**
 * Voltages of a feeder by sweeping currents back to the source and voltages out from it, until nothing moves: constant power at
 * each bus, all three conductors alike. O(buses) a sweep, a handful of sweeps. Reused for slot after slot; not for two threads.
 */
public final class FeederSweep {
    private static final int MOST_SWEEPS = 100;
    private static final double STILL = 1e-10;

    private final Feeder feeder;
    private final int[] parent;
    private final double[] resistance;
    private final double[] reactance;
    private final double[] voltageRe;
    private final double[] voltageIm;
    private final double[] currentRe;
    private final double[] currentIm;
    private boolean isSolved;

    /** Per unit of the source's voltage and 1 MVA. */
    public FeederSweep(Feeder feeder) {
        this.feeder = feeder;
        this.parent = feeder.parent();
        int buses = feeder.buses();
        double base = feeder.kilovolts() * feeder.kilovolts();
        resistance = new double[buses];
        reactance = new double[buses];
        double[] ohm = feeder.ohm();
        double[] reactanceOhm = feeder.reactanceOhm();
        for (int bus = 1; bus < buses; bus++) {
            resistance[bus] = ohm[bus] / base;
            reactance[bus] = reactanceOhm[bus] / base;
        }
        voltageRe = new double[buses];
        voltageIm = new double[buses];
        currentRe = new double[buses];
        currentIm = new double[buses];
    }

    /** What each bus draws. Returns whether voltages were found: beyond what the lines can carry there are none. */
    public boolean solve(double[] kw, double[] kvar) {
        if (kw.length != feeder.buses() || kvar.length != feeder.buses()) {
            throw new IllegalArgumentException("Cannot sweep a feeder of " + feeder.buses() + " buses with " + kw.length
                    + " loads in kW and " + kvar.length + " in kvar");
        }
        Arrays.fill(voltageRe, 1);
        Arrays.fill(voltageIm, 0);
        isSolved = false;
        for (int sweep = 0; sweep < MOST_SWEEPS && !isSolved; sweep++) {
            backward(kw, kvar);
            isSolved = forward() < STILL;
        }
        return isSolved;
    }

    private void backward(double[] kw, double[] kvar) {
        for (int bus = 0; bus < parent.length; bus++) {
            double square = voltageRe[bus] * voltageRe[bus] + voltageIm[bus] * voltageIm[bus];
            double power = kw[bus] / 1_000;
            double reactive = kvar[bus] / 1_000;
            currentRe[bus] = (power * voltageRe[bus] + reactive * voltageIm[bus]) / square;
            currentIm[bus] = (power * voltageIm[bus] - reactive * voltageRe[bus]) / square;
        }
        for (int bus = parent.length - 1; bus > 0; bus--) {
            currentRe[parent[bus]] += currentRe[bus];
            currentIm[parent[bus]] += currentIm[bus];
        }
    }

    private double forward() {
        double moved = 0;
        for (int bus = 1; bus < parent.length; bus++) {
            double re = voltageRe[parent[bus]] - resistance[bus] * currentRe[bus] + reactance[bus] * currentIm[bus];
            double im = voltageIm[parent[bus]] - resistance[bus] * currentIm[bus] - reactance[bus] * currentRe[bus];
            double step = Math.abs(re - voltageRe[bus]) + Math.abs(im - voltageIm[bus]);
            moved = step <= moved ? moved : step;
            voltageRe[bus] = re;
            voltageIm[bus] = im;
        }
        return moved;
    }

    /** As a share of the source's; NaN where there was no solution. */
    public double voltage(int bus) {
        return isSolved ? Math.hypot(voltageRe[bus], voltageIm[bus]) : Double.NaN;
    }

    public double lowestVoltage() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int bus = 0; bus < parent.length; bus++) {
            lowest = Math.min(lowest, voltage(bus));
        }
        return lowest;
    }

    public double lossesKw() {
        double losses = 0;
        for (int bus = 1; bus < parent.length; bus++) {
            losses += resistance[bus] * (currentRe[bus] * currentRe[bus] + currentIm[bus] * currentIm[bus]);
        }
        return isSolved ? losses * 1_000 : Double.NaN;
    }
}
