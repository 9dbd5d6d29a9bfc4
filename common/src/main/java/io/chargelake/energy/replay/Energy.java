package io.chargelake.energy.replay;

/**
 * Where energy went, in kWh.
 *
 * @param drawn from the grid's side of chargers
 * @param given back at the same place
 * @param stored what batteries hold more at departure than at arrival
 * @param lost in chargers, either way
 */
public record Energy(double drawn, double given, double stored, double lost) {

    /** What does not add up, as a share of what moved. */
    public double leak() {
        double moved = drawn + given;
        return moved == 0 ? Math.abs(stored + lost) : Math.abs(drawn - given - stored - lost) / moved;
    }
}
