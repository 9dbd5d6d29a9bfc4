package io.chargelake.generate.vehicle;

import io.chargelake.generate.Draws;
import java.util.ArrayList;
import java.util.List;

/** Where a vehicle's life stands: clock, battery, odometer, the numbers of its records, and what has happened. */
final class LifeState {

    final VehicleProfile vehicle;
    final Draws draws;
    final Battery battery;
    final List<LifeEvent> events = new ArrayList<>();
    private final long endS;
    private long timeS;
    private boolean over;
    private long odometerM;
    private int drives;
    private int charges;
    private int trips;
    private int sessions;

    LifeState(VehicleProfile vehicle, Draws draws, long startS, long endS) {
        this.vehicle = vehicle;
        this.draws = draws;
        this.timeS = startS;
        this.endS = endS;
        this.battery = new Battery(vehicle.capacityWh(), (long) (vehicle.capacityWh() * draws.between(0.35, 0.9)));
        this.odometerM = 1_000L * draws.below(90_000);
    }

    /** False when the period is over before then: nothing that would start later exists. */
    boolean standUntil(long laterS) {
        over |= laterS >= endS;
        if (over) {
            return false;
        }
        battery.park(vehicle.thirst().parkedW(), laterS - timeS);
        timeS = laterS;
        return true;
    }

    void drive(long seconds, long distanceM, long energyWh) {
        timeS += seconds;
        odometerM += distanceM;
        battery.drive(energyWh);
    }

    void charge(long seconds, long energyWh) {
        timeS += seconds;
        battery.charge(energyWh);
    }

    long timeS() {
        return timeS;
    }

    boolean isOver() {
        return over || timeS >= endS;
    }

    long odometerM() {
        return odometerM;
    }

    String nextDriveId() {
        return numbered("d-", ++drives);
    }

    String nextChargeId() {
        return numbered("c-", ++charges);
    }

    String nextTripId() {
        return numbered("t-", ++trips);
    }

    String nextSessionId() {
        return numbered("s-", ++sessions);
    }

    private String numbered(String kind, int number) {
        return kind + VehicleFactory.padded(vehicle.index(), 8) + "-" + VehicleFactory.padded(number, 6);
    }
}
