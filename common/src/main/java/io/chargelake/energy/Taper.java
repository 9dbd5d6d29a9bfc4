package io.chargelake.energy;

/**
 * Above a SOC of 0.8 direct current falls linearly, to nothing at a full battery: what is missing to full then falls
 * exponentially.
 */
public final class Taper {
    private static final double FROM = 0.8;

    private Taper() {}

    /** The most a stay can take at the grid's side in so many hours, from a stored energy on. */
    public static double mostKwh(Stay stay, double storedKwh, double hours) {
        double full = stay.powerKw() * hours;
        double efficiency = stay.charger().type().efficiency();
        double battery = stay.vehicle().batteryKwh();
        if (!stay.charger().type().isDirectCurrent() || storedKwh + efficiency * full <= FROM * battery) {
            return full;
        }
        double rate = efficiency * stay.powerKw();
        double steady = Math.max(0, FROM * battery - storedKwh) / rate;
        double missing = Math.max(0, Math.min(1 - FROM, 1 - storedKwh / battery)) * battery;
        double decay = rate * (hours - steady) / ((1 - FROM) * battery);
        return steady * stay.powerKw() + missing * -StrictMath.expm1(-decay) / efficiency;
    }
}
