package io.chargelake.generate.fleet;

import io.chargelake.generate.Draws;

/** Classes of chargers and the powers they come in. */
public enum ChargerClass {
    AC(7, 11, 22),
    DC_FAST(50, 75, 100, 150),
    DC_ULTRA(175, 250, 350);

    private final int[] powersKw;

    ChargerClass(int... powersKw) {
        this.powersKw = powersKw;
    }

    static ChargerClass at(SiteProfile profile, Draws draws) {
        return switch (profile) {
            case RESIDENTIAL, OFFICE -> AC;
            case COMMERCIAL -> draws.chance(0.6) ? AC : DC_FAST;
            case MOTORWAY -> draws.chance(0.55) ? DC_FAST : DC_ULTRA;
        };
    }

    int powerKw(Draws draws) {
        return powersKw[draws.below(powersKw.length)];
    }
}
