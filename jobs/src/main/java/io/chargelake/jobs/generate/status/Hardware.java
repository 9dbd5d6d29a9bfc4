package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Draws;

/** Kinds of connectors, in the terms of OCPI, and where each is found. */
enum Hardware {
    AC_22("SOCKET", "AC_3_PHASE", 32, 400, 22, "IEC_62196_T2"),
    AC_11("SOCKET", "AC_3_PHASE", 16, 400, 11, "IEC_62196_T2"),
    SCHUKO("SOCKET", "AC_1_PHASE", 13, 230, 3, "DOMESTIC_F"),
    AC_43("CABLE", "AC_3_PHASE", 63, 400, 43, "IEC_62196_T2"),
    CHADEMO("CABLE", "DC", 125, 400, 50, "CHADEMO"),
    CCS_50("CABLE", "DC", 125, 400, 50, "IEC_62196_T2_COMBO"),
    CCS_150("CABLE", "DC", 375, 400, 150, "IEC_62196_T2_COMBO"),
    CCS_300("CABLE", "DC", 375, 800, 300, "IEC_62196_T2_COMBO");

    final String format;
    final String powerType;
    final int ampere;
    final int voltage;
    final int maxPowerKw;
    final String standard;

    Hardware(String format, String powerType, int ampere, int voltage, int maxPowerKw, String standard) {
        this.format = format;
        this.powerType = powerType;
        this.ampere = ampere;
        this.voltage = voltage;
        this.maxPowerKw = maxPowerKw;
        this.standard = standard;
    }

    /** The n-th connector of a point: further ones are what older cars need beside the first. */
    static Hardware pick(Place place, int n, Draws draws) {
        if (place == Place.MOTORWAY) {
            Hardware[] fast = {CCS_50, CCS_150, CCS_300};
            return n > 0 ? CHADEMO : fast[draws.weighted(3, 5, 4)];
        }
        if (n > 0) {
            return SCHUKO;
        }
        Hardware[] usual = {AC_22, AC_11, CCS_50, AC_43};
        return switch (place) {
            case SHOPPING -> usual[draws.weighted(80, 6, 12, 2)];
            case OFFICE -> usual[draws.weighted(70, 30)];
            default -> usual[draws.weighted(92, 8)];
        };
    }
}
