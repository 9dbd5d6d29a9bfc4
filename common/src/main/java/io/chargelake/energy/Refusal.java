package io.chargelake.energy;

/** A stay that can't be planned, as it was told, and why. Times are seconds of the epoch. */
public record Refusal(String vehicleId, long arrivalS, long departureS, Kind kind, String reason) {

    /** What is wrong. */
    public enum Kind {
        IMPOSSIBLE,
        OUT_OF_HORIZON,
        OVERLAP
    }
}
