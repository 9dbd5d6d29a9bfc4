package io.chargelake.energy;

/**
 * A car as its catalogue tells it.
 *
 * @param acKw the most it takes from alternating current; 0 where it can't
 * @param dcKw the most it takes from direct current; 0 where it can't
 * @param v2g whether it gives energy back
 */
public record Vehicle(String id, double batteryKwh, double acKw, double dcKw, boolean v2g) {

    public Vehicle {
        Checks.named(id, "the vehicle's id");
        Checks.positive(batteryKwh, "the battery in kWh");
        Checks.notNegative(acKw, "the vehicle's AC power in kW");
        Checks.notNegative(dcKw, "the vehicle's DC power in kW");
    }
}
