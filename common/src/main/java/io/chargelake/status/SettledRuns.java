package io.chargelake.status;

/**
 * Runs of any number of stretches, brought to an order: by device, then time, no second in two runs.
 *
 * @param runs the runs outside the tangles
 * @param tangles windows whose runs were taken out, until their polls are seen again
 * @param duplicates polls dropped here because another stretch had the same status for their second
 * @param conflicts polls dropped here because another stretch had a greater status for their second
 */
public record SettledRuns(Runs runs, Tangles tangles, long duplicates, long conflicts) {}
