package io.chargelake.energy.grid;

import java.util.Collections;
import java.util.List;
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

    /** Chargers of one kind that draw the same. */
    public record Emitters(Spectrum spectrum, int count, double fundamentalAmperes) {}

    public static Harmonics of(List<Emitters> emitters) {
        TreeSet<Integer> orders = new TreeSet<>();
        emitters.forEach(emitter -> orders.addAll(emitter.spectrum().shares().keySet()));
        TreeMap<Integer, Double> amperes = new TreeMap<>();
        for (int order : orders) {
            double exponent = exponent(order);
            double sum = 0;
            for (Emitters emitter : emitters) {
                double each = emitter.spectrum().share(order) * Math.abs(emitter.fundamentalAmperes());
                sum += emitter.count() * Math.pow(each, exponent);
            }
            amperes.put(order, Math.pow(sum, 1 / exponent));
        }
        return new Harmonics(amperes);
    }

    static double exponent(int order) {
        if (order < 5) {
            return 1;
        }
        return order <= 10 ? 1.4 : 2;
    }

    public Map<Integer, Double> amperes() {
        return Collections.unmodifiableMap(amperes);
    }

    /** Of the demand current: sqrt(sum I_h^2) / I_L. */
    public double totalDemandDistortion(double demandAmperes) {
        double squares = amperes.values().stream().mapToDouble(a -> a * a).sum();
        return Math.sqrt(squares) / demandAmperes;
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
