package io.chargelake.anomaly;

import java.io.Serializable;

/**
 * From when on something is told.
 *
 * @param silence powers of ten: a silence is told when it is so improbable, {@code flapping} likewise for many
 *     sessions in a day, {@code feed} for a silence of devices that share a feed
 * @param stuck_h hours without a break that no session lasts
 */
public record Thresholds(double silence, double flapping, double feed, int stuck_h) implements Serializable {
    public static final Thresholds DEFAULT = new Thresholds(4, 8, 8, 48);

    public Thresholds {
        if (!(silence > 0 && flapping > 0 && feed > 0) || stuck_h < 2) {
            throw new IllegalArgumentException("Cannot watch with these thresholds: silence " + silence + ", flapping "
                    + flapping + ", feed " + feed + " (powers of ten, above 0), stuck " + stuck_h + " h (2 or more)");
        }
    }
}
