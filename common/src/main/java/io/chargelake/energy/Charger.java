package io.chargelake.energy;

/** What a vehicle hangs on during a stay. */
public record Charger(ChargerClass type, double powerKw) {

    public Charger {
        if (type == null) {
            throw new IllegalArgumentException("the charger's class is missing, allowed are AC, DC_FAST and DC_ULTRA");
        }
        Checks.positive(powerKw, "the charger's power in kW");
    }

    /** The most that flows between this charger and the car. */
    public double powerKw(Vehicle vehicle) {
        return Math.min(powerKw, type.isDirectCurrent() ? vehicle.dcKw() : vehicle.acKw());
    }
}
