package io.chargelake.energy.replay;

import io.chargelake.energy.Stay;
import java.util.Arrays;

/**
 * What a plan has a stay do: mean power at the grid's side in each slot of the horizon, in kW, below 0 where it gives back.
 */
public record Schedule(Stay stay, double[] powerKw) {

    public Schedule {
        powerKw = powerKw.clone();
    }

    @Override
    public double[] powerKw() {
        return powerKw.clone();
    }

    double powerKw(int slot) {
        return powerKw[slot];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule schedule
                && stay.equals(schedule.stay)
                && Arrays.equals(powerKw, schedule.powerKw);
    }

    @Override
    public int hashCode() {
        return 31 * stay.hashCode() + Arrays.hashCode(powerKw);
    }
}
