package io.chargelake.jobs.vehicles.indicators;

import io.chargelake.jobs.lake.UserError;
import java.util.stream.DoubleStream;

/** The business definitions of long, short and thirsty. */
record Thresholds(double longKm, double longMin, double shortKm, double kwhPer100Km) {
    Thresholds {
        if (DoubleStream.of(longKm, longMin, shortKm, kwhPer100Km).anyMatch(value -> !(value >= 0))) {
            throw UserError.usage("Cannot compute indicators: a threshold is below 0 or no number (--long-km " + longKm
                    + ", --long-min " + longMin + ", --short-km " + shortKm + ", --battery-kwh-per-100km " + kwhPer100Km
                    + ")");
        }
    }
}
