package io.chargelake.energy.replay;

/**
 * What the grid sees of the site.
 *
 * @param peakKw the highest load, vehicles and base less solar power
 * @param valleyKw the lowest
 * @param renewableShare of what vehicles draw, from the site's own sun; NaN where they draw nothing
 * @param selfConsumption share of the sun's energy that the site uses itself; NaN where it does not shine
 */
public record Load(double peakKw, double valleyKw, double renewableShare, double selfConsumption) {}
