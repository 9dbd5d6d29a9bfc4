package io.chargelake.jobs.dashboard.store;

import java.util.Locale;

/** What distributions of charge sessions are shown of, and where their bins begin. */
public enum Measure {
    ENERGY("kWh", 0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, Double.POSITIVE_INFINITY),
    POWER("kW", 0, 3, 5, 8, 12, 22, 50, 100, 150, 250, Double.POSITIVE_INFINITY),
    DURATION("min", 0, 15, 30, 60, 120, 240, 480, 720, 1_440, Double.POSITIVE_INFINITY),
    SOC_CHANGE("%", Double.NEGATIVE_INFINITY, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, Double.POSITIVE_INFINITY);

    private final String unit;
    private final double[] edges;

    Measure(String unit, double... edges) {
        this.unit = unit;
        this.edges = edges;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String unit() {
        return unit;
    }

    double[] edges() {
        return edges.clone();
    }
}
