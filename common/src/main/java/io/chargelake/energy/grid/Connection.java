package io.chargelake.energy.grid;

/**
 * What lies between a site and a stiff source, as one impedance.
 *
 * @param ohm NaN where it is not known: figures that need it are not known either
 * @param origin how it is known
 */
public record Connection(double kilovolts, double ohm, double reactanceOhm, String origin) {

    /**
     * By the best that is known.
     *
     * @param shortCircuitMva what the grid gives into a short circuit; 0 where nobody says
     * @param transformerKva the site's own; 0 where there is none
     */
    public static Connection of(
            double kilovolts, double shortCircuitMva, double transformerKva, double resistanceOverReactance) {
        if (shortCircuitMva > 0) {
            return ofShortCircuit(kilovolts, shortCircuitMva, resistanceOverReactance);
        }
        return transformerKva > 0
                ? ofTransformer(kilovolts, transformerKva, resistanceOverReactance)
                : unknown(kilovolts);
    }

    /** Nobody says. */
    public static Connection unknown(double kilovolts) {
        return new Connection(kilovolts, Double.NaN, Double.NaN, "impedance not known");
    }

    public static Connection ofShortCircuit(double kilovolts, double mva, double resistanceOverReactance) {
        return parted(
                kilovolts,
                kilovolts * kilovolts / mva,
                resistanceOverReactance,
                "S_k = " + mva + " MVA, R/X = " + resistanceOverReactance);
    }

    /** By the least impedance that IEC 60076-5 asks of a transformer of this size, where nothing else is known. */
    public static Connection ofTransformer(double kilovolts, double kva, double resistanceOverReactance) {
        double share = shortCircuitShare(kva);
        return parted(
                kilovolts,
                share * kilovolts * kilovolts / (kva / 1_000),
                resistanceOverReactance,
                "transformer of " + kva + " kVA, u_k = " + 100 * share + " % (IEC 60076-5), R/X = "
                        + resistanceOverReactance);
    }

    static double shortCircuitShare(double kva) {
        double[] upToKva = {630, 1_250, 2_500, 6_300, 25_000, 40_000, 63_000};
        double[] shares = {0.04, 0.05, 0.06, 0.07, 0.08, 0.10, 0.11};
        for (int i = 0; i < upToKva.length; i++) {
            if (kva <= upToKva[i]) {
                return shares[i];
            }
        }
        return 0.125;
    }

    private static Connection parted(
            double kilovolts, double impedance, double resistanceOverReactance, String origin) {
        double reactance = impedance / Math.sqrt(1 + resistanceOverReactance * resistanceOverReactance);
        return new Connection(kilovolts, reactance * resistanceOverReactance, reactance, origin);
    }

    public boolean isKnown() {
        return !Double.isNaN(ohm);
    }

    public Feeder feeder() {
        return new Feeder(kilovolts, new int[] {-1, 0}, new double[] {0, ohm}, new double[] {0, reactanceOhm});
    }
}
