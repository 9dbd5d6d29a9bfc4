package io.chargelake.unit;

/** What a common electric car needs: rolling, air drag, and electronics and heating for as long as it lasts. */
public final class CommonCar {
    public static final double ROLLING_KWH_PER_KM = 0.1;
    public static final double DRAG_KWH_PER_KM_PER_KMH2 = 4e-6;
    public static final double BESIDE_KW = 0.8;

    /** Mean speed of a whole drive that is rare in km/h and no one's in mi/h. */
    public static final double FAST = 105;

    /** Below this speed heating counts more than distance, and thirst tells nothing of the distance's unit. */
    public static final double SLOW = 20;

    /** How many times as much as a common car, at the speed that distance and duration tell. */
    public static double thirst(double energyKwh, double distanceKm, double hours) {
        double speedKmh = distanceKm / hours;
        double common = ROLLING_KWH_PER_KM + DRAG_KWH_PER_KM_PER_KMH2 * speedKmh * speedKmh + BESIDE_KW / speedKmh;
        return energyKwh / distanceKm / common;
    }

    private CommonCar() {}
}
