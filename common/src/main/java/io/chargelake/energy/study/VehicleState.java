package io.chargelake.energy.study;

import java.util.Locale;

/** What a vehicle that is plugged in does in a slot. */
public enum VehicleState {
    CHARGE,
    DISCHARGE,
    IDLE;

    /** Less than a millionth of a kWh is rounding. */
    private static final double NOTHING = 1e-6;

    public static VehicleState of(double kwh) {
        if (kwh > NOTHING) {
            return CHARGE;
        }
        return kwh < -NOTHING ? DISCHARGE : IDLE;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
