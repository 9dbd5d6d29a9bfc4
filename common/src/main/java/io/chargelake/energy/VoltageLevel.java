package io.chargelake.energy;

/** Nominal voltage between two conductors. */
public enum VoltageLevel {
    LV(0.4),
    MV(20),
    HV(63);

    private final double kilovolts;

    VoltageLevel(double kilovolts) {
        this.kilovolts = kilovolts;
    }

    public double kilovolts() {
        return kilovolts;
    }
}
