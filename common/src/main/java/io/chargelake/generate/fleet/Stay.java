package io.chargelake.generate.fleet;

/** A vehicle plugged in from arrival to departure; SOC in tenths of a percent. */
public record Stay(FleetVehicle vehicle, long arrivalS, long departureS, int socArrival, int socTarget) {}
