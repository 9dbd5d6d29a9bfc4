package io.chargelake.energy.grid;

/**
 * Lines from a source outwards without loops. Bus 0 is the source; the line to bus {@code i} comes from {@code parent[i]}, which
 * has a lower number.
 *
 * @param kilovolts between two conductors, at the source
 * @param ohm of the line to each bus; of no meaning for the source
 * @param reactanceOhm likewise
 */
public record Feeder(double kilovolts, int[] parent, double[] ohm, double[] reactanceOhm) {

    public Feeder {
        parent = parent.clone();
        ohm = ohm.clone();
        reactanceOhm = reactanceOhm.clone();
        if (!(kilovolts > 0)
                || parent.length == 0
                || parent.length != ohm.length
                || parent.length != reactanceOhm.length) {
            throw new IllegalArgumentException("Cannot use a feeder of " + kilovolts + " kV with " + parent.length
                    + " parents, " + ohm.length + " resistances and " + reactanceOhm.length
                    + " reactances: allowed are as many of each, and a voltage above 0");
        }
        for (int bus = 1; bus < parent.length; bus++) {
            if (parent[bus] < 0 || parent[bus] >= bus || !(ohm[bus] >= 0) || !Double.isFinite(reactanceOhm[bus])) {
                throw new IllegalArgumentException(
                        "Cannot use the line to bus " + bus + ": it comes from bus " + parent[bus]
                                + " with " + ohm[bus] + " + j" + reactanceOhm[bus]
                                + " ohm; allowed is a bus before it and a resistance from 0 up");
            }
        }
    }

    public int buses() {
        return parent.length;
    }

    /**
     * The lowest voltage as a share of the source's by linearised flow (no losses): {@code V_i^2 = V_p^2 - 2 (r P + x Q)}. A
     * screen only: it is never below what {@link FeederSweep} finds.
     */
    public double screen(double[] kw, double[] kvar) {
        int buses = buses();
        double[] megawatt = new double[buses];
        double[] megavar = new double[buses];
        for (int bus = buses - 1; bus > 0; bus--) {
            megawatt[bus] += kw[bus] / 1_000;
            megavar[bus] += kvar[bus] / 1_000;
            megawatt[parent[bus]] += megawatt[bus];
            megavar[parent[bus]] += megavar[bus];
        }
        double[] square = new double[buses];
        square[0] = kilovolts * kilovolts;
        double lowest = square[0];
        for (int bus = 1; bus < buses; bus++) {
            double drop = 2 * (ohm[bus] * megawatt[bus] + reactanceOhm[bus] * megavar[bus]);
            square[bus] = square[parent[bus]] - drop;
            lowest = Math.min(lowest, square[bus]);
        }
        return Math.sqrt(Math.max(0, lowest)) / kilovolts;
    }
}
