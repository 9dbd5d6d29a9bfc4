package io.chargelake.energy.grid;

/**
 * A transformer and how it warms up and ages, by IEC 60076-7 for oil in natural circulation.
 *
 * @param ambientCelsius the air around it
 */
public record Transformer(double ratedKva, Warming warming, double ambientCelsius) {

    public Transformer {
        if (!(ratedKva > 0) || !Double.isFinite(ambientCelsius)) {
            throw new IllegalArgumentException("Cannot use a transformer of " + ratedKva + " kVA in air of "
                    + ambientCelsius + " degrees: allowed is a power above 0 and a temperature");
        }
    }

    /**
     * How it warms up at rated load.
     *
     * @param oilRise of the top oil over the air, in K
     * @param hotSpotRise of the hottest winding over that oil, in K
     * @param lossRatio of losses at rated load to those without any
     * @param oilHours after which the oil has warmed up by 63 %
     */
    public record Warming(
            double oilRise,
            double hotSpotRise,
            double lossRatio,
            double oilExponent,
            double windingExponent,
            double oilHours) {
        /** The standard's distribution transformer: 98 degrees at rated load in air of 20. */
        public static final Warming DISTRIBUTION = new Warming(55, 23, 5, 0.8, 1.6, 3);
    }

    /** S / S_n. */
    public double loading(double kva) {
        return Math.abs(kva) / ratedKva;
    }

    public double hoursOverloaded(double[] kva, double slotHours) {
        double hours = 0;
        for (double apparent : kva) {
            hours += loading(apparent) > 1 ? slotHours : 0;
        }
        return hours;
    }

    /**
     * The hottest winding in degrees at the end of each slot: {@code air + oil + 23 K^1.6}, where the oil follows
     * {@code 55 ((1 + R K^2) / (1 + R))^0.8} with its delay. Begins as if the first slot had lasted for ever.
     */
    public double[] hotSpot(double[] kva, double slotHours) {
        double[] celsius = new double[kva.length];
        double oil = kva.length == 0 ? 0 : settledOil(loading(kva[0]));
        double keeps = Math.exp(-slotHours / warming.oilHours);
        for (int slot = 0; slot < kva.length; slot++) {
            double load = loading(kva[slot]);
            double settled = settledOil(load);
            oil = settled + (oil - settled) * keeps;
            celsius[slot] = ambientCelsius + oil + warming.hotSpotRise * Math.pow(load, warming.windingExponent);
        }
        return celsius;
    }

    private double settledOil(double load) {
        double losses = (1 + warming.lossRatio * load * load) / (1 + warming.lossRatio);
        return warming.oilRise * Math.pow(losses, warming.oilExponent);
    }

    /** How many times as fast as at 98 degrees it ages: 2^((theta - 98) / 6). */
    public static double ageing(double hotSpotCelsius) {
        return Math.pow(2, (hotSpotCelsius - 98) / 6);
    }
}
