package io.chargelake.energy.grid;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Harmonic currents of many chargers, which partly cancel, and what voltage they leave: {@code I_h = (sum |I_hi|^a)^(1/a)} with a
 * = 1 below the 5th, 1.4 from the 5th to the 10th, 2 above (IEC 61000-3-6); {@code V_h = Z_h I_h}.
 */
public final class Harmonics {
    private final TreeMap<Integer, Double> amperes;

    private Harmonics(TreeMap<Integer, Double> amperes) {
        this.amperes = amperes;
    }

    /** Chargers of one kind: sums of their fundamental currents, to each of the powers by which harmonics add up. */
    public static final class Emitters {
        private static final double[] EXPONENTS = {1, 1.4, 2};

        private final Spectrum spectrum;
        private final double[] sums = new double[EXPONENTS.length];

        public Emitters(Spectrum spectrum) {
            this.spectrum = spectrum;
        }

        /** A charger that draws or gives so much. */
        public void add(double fundamentalAmperes) {
            double amperes = Math.abs(fundamentalAmperes);
            sums[0] += amperes;
            sums[1] += Math.pow(amperes, EXPONENTS[1]);
            sums[2] += amperes * amperes;
        }

        /** The harmonic currents of all, each to the power by which those of this order add up. */
        private double sum(int order) {
            int kind = kind(order);
            return Math.pow(spectrum.share(order), EXPONENTS[kind]) * sums[kind];
        }

        private static int kind(int order) {
            if (order < 5) {
                return 0;
            }
            return order <= 10 ? 1 : 2;
        }
    }

    public static Harmonics of(Collection<Emitters> emitters) {
        TreeSet<Integer> orders = new TreeSet<>();
        emitters.forEach(emitter -> orders.addAll(emitter.spectrum.shares().keySet()));
        TreeMap<Integer, Double> amperes = new TreeMap<>();
        for (int order : orders) {
            double sum = emitters.stream().mapToDouble(e -> e.sum(order)).sum();
            amperes.put(order, Math.pow(sum, 1 / Emitters.EXPONENTS[Emitters.kind(order)]));
        }
        return new Harmonics(amperes);
    }

    public Map<Integer, Double> amperes() {
        return Collections.unmodifiableMap(amperes);
    }

    /** Of the demand current: sqrt(sum I_h^2) / I_L. */
    public double totalDemandDistortion(double demandAmperes) {
        return allAmperes() / demandAmperes;
    }

    /** Of all orders together: sqrt(sum I_h^2). */
    public double allAmperes() {
        return Math.sqrt(amperes.values().stream().mapToDouble(a -> a * a).sum());
    }

    /** Of the voltage, where the grid is a resistance and a reactance that grows with the order: sqrt(sum V_h^2) / V_1. */
    public double voltageDistortion(double ohm, double reactanceOhm, double kilovolts) {
        double squares = 0;
        for (Map.Entry<Integer, Double> harmonic : amperes.entrySet()) {
            double volts = Math.hypot(ohm, harmonic.getKey() * reactanceOhm) * harmonic.getValue();
            squares += volts * volts;
        }
        return Math.sqrt(squares) / (kilovolts * 1_000 / Math.sqrt(3));
    }
}
