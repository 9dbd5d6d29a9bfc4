package io.chargelake.energy.grid;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Harmonic currents of a kind of charger, as shares of its fundamental, by order.
 *
 * @param source who measured it
 */
public record Spectrum(String name, String source, Map<Integer, Double> shares) implements Serializable {

    public Spectrum {
        shares = Map.copyOf(new TreeMap<>(shares));
        shares.forEach((order, share) -> {
            if (order < 2 || !(share >= 0) || Double.isInfinite(share)) {
                throw new IllegalArgumentException("Cannot use spectrum " + name + ": order " + order
                        + " has a share of " + share + ", allowed are orders from 2 and shares from 0");
            }
        });
    }

    public double share(int order) {
        return shares.getOrDefault(order, 0.0);
    }
}
