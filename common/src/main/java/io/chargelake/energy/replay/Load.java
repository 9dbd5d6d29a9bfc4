package io.chargelake.energy.replay;

/**
 * What the grid sees of the site.
 *
 * @param peakKw the highest load, vehicles and base less solar power
 * @param valleyKw the lowest
 * @param drawnKwh what vehicles draw in slots in which they draw more than they give
 * @param renewableKwh of it, from sun that the site does not need itself
 * @param sunKwh what the site's own sun gives
 * @param sunUsedKwh of it, what stays at the site
 */
public record Load(
        double peakKw, double valleyKw, double drawnKwh, double renewableKwh, double sunKwh, double sunUsedKwh) {

    /** Share of what vehicles draw, from the site's own sun; NaN where they draw nothing. */
    public double renewableShare() {
        return drawnKwh > 0 ? renewableKwh / drawnKwh : Double.NaN;
    }

    /** Share of the sun's energy that the site uses itself; NaN where it does not shine. */
    public double selfConsumption() {
        return sunKwh > 0 ? sunUsedKwh / sunKwh : Double.NaN;
    }
}
