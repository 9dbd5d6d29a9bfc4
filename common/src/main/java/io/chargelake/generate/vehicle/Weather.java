package io.chargelake.generate.vehicle;

import io.chargelake.generate.Seeds;

/** Outside temperature of a Central European year: season, hour of the day, and a disturbance of the day. */
public final class Weather {

    private static final long DAY_S = 86_400;
    private static final double YEAR_DAYS = 365.2425;

    private final Seeds seeds;

    public Weather(Seeds seeds) {
        this.seeds = seeds.stream("weather");
    }

    /** In tenths of a degree Celsius. */
    public int deciCelsiusAt(long epochS) {
        double day = epochS / (double) DAY_S;
        double season = -9.5 * StrictMath.cos(2 * StrictMath.PI * (day - 20) / YEAR_DAYS);
        double hour = 3.5 * StrictMath.cos(2 * StrictMath.PI * (day - 14 / 24.0));
        return (int) StrictMath.round(10 * (10 + season + hour + 3 * seeds.normal(Math.floorDiv(epochS, DAY_S))));
    }
}
