package io.chargelake.energy;

/** A price per kWh over time. */
public sealed interface Prices permits TimeOfUse, PriceSeries {

    /** The mean price of each slot. */
    double[] over(Horizon horizon);

    /** The slots in which the grid is short. */
    boolean[] peak(Horizon horizon);
}
