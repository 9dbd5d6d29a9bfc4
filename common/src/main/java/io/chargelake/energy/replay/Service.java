package io.chargelake.energy.replay;

/**
 * What vehicles got.
 *
 * @param unmetKwh what is missing in batteries at departure
 * @param fairness Jain's index of the shares of their wishes that vehicles got: 1 when all got the same share
 * @param chargerUse energy through chargers over what they could have moved while vehicles hung on them
 * @param connectedShare of all vehicles, the mean over the horizon
 */
public record Service(double unmetKwh, int unmetVehicles, double fairness, double chargerUse, double connectedShare) {}
