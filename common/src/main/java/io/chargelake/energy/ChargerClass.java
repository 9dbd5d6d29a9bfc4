package io.chargelake.energy;

/** Classes of chargers; what comes through is the same in both directions. */
public enum ChargerClass {
    AC(0.945),
    DC_FAST(0.928),
    DC_ULTRA(0.905);

    private final double efficiency;

    ChargerClass(double efficiency) {
        this.efficiency = efficiency;
    }

    public double efficiency() {
        return efficiency;
    }

    public boolean isDirectCurrent() {
        return this != AC;
    }
}
