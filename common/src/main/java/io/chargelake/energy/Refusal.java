package io.chargelake.energy;

/** A stay that can't be planned, and why. */
public record Refusal(String vehicleId, String reason) {}
