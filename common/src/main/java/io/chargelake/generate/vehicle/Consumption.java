package io.chargelake.generate.vehicle;

/**
 * Energy per distance from rolling, air drag and what heating or cooling takes while the trip lasts. The figures are
 * those of a generic car; a vehicle differs by its factor.
 */
final class Consumption {

    private static final double ROLLING_WH_PER_KM = 98;
    private static final double DRAG_WH_PER_KM_PER_KMH2 = 0.0042;
    private static final double ELECTRONICS_W = 300;
    private static final double HEATING_W_PER_K = 60;
    private static final double COOLING_W_PER_K = 50;
    private static final double LEAST_WH_PER_KM = 105;
    private static final double MOST_WH_PER_KM = 900;

    private Consumption() {}

    static double whPerKm(double factor, double speedKmh, int deciCelsius) {
        double celsius = deciCelsius / 10.0;
        double comfortW = HEATING_W_PER_K * Math.max(0, 18 - celsius) + COOLING_W_PER_K * Math.max(0, celsius - 24);
        double plain = ROLLING_WH_PER_KM
                + DRAG_WH_PER_KM_PER_KMH2 * speedKmh * speedKmh
                + (ELECTRONICS_W + comfortW) / speedKmh;
        return Math.min(MOST_WH_PER_KM, Math.max(LEAST_WH_PER_KM, plain * factor));
    }
}
