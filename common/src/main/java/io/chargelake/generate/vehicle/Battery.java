package io.chargelake.generate.vehicle;

/** A battery kept in whole watt-hours, so that what goes in and out balances exactly and for ever. */
final class Battery {

    private static final double CUT_OFF = 0.03;

    private final int capacityWh;
    private long contentWh;
    private long chargedWh;
    private long drivenWh;
    private long parkedWh;

    Battery(int capacityWh, long contentWh) {
        this.capacityWh = capacityWh;
        this.contentWh = contentWh;
    }

    void charge(long energyWh) {
        contentWh += energyWh;
        chargedWh += energyWh;
    }

    void drive(long energyWh) {
        contentWh -= energyWh;
        drivenWh += energyWh;
    }

    /** Standing stops drawing near the bottom, as a car's own protection does. */
    void park(int watts, long seconds) {
        long available = Math.max(0, contentWh - (long) (capacityWh * CUT_OFF));
        long lossWh = Math.min(watts * seconds / 3600, available);
        contentWh -= lossWh;
        parkedWh += lossWh;
    }

    int capacityWh() {
        return capacityWh;
    }

    long contentWh() {
        return contentWh;
    }

    double share() {
        return contentWh / (double) capacityWh;
    }

    /** In hundredths of a percent. */
    int soc() {
        return (int) ((contentWh * 10_000 + capacityWh / 2) / capacityWh);
    }

    long chargedWh() {
        return chargedWh;
    }

    long drivenWh() {
        return drivenWh;
    }

    long parkedWh() {
        return parkedWh;
    }
}
