package io.chargelake.energy.replay;

/**
 * What vehicles got.
 *
 * @param vehicles how many there are
 * @param unmetKwh what is missing in batteries at departure
 * @param served what part of its wish each stay got that wished for energy
 * @param movedKwh through chargers, either way
 * @param possibleKwh what chargers could have moved while vehicles hung on them
 * @param connectedHours of all vehicles
 * @param hours of the horizon
 */
public record Service(
        int vehicles,
        double unmetKwh,
        int unmetVehicles,
        Served served,
        double movedKwh,
        double possibleKwh,
        double connectedHours,
        double hours) {

    /** Shares between 0 and 1: how many, their sum and that of their squares. */
    public record Served(int stays, double sum, double squares) {

        /** Jain's index: 1 when all got the same share. */
        public double fairness() {
            return squares > 0 ? sum * sum / (stays * squares) : 1;
        }
    }

    public double fairness() {
        return served.fairness();
    }

    /** Energy through chargers over what they could have moved. */
    public double chargerUse() {
        return possibleKwh > 0 ? movedKwh / possibleKwh : 0;
    }

    /** Of all vehicles, the mean over the horizon. */
    public double connectedShare() {
        return vehicles > 0 ? connectedHours / (vehicles * hours) : 0;
    }
}
