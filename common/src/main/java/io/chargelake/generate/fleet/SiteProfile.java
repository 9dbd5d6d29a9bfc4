package io.chargelake.generate.fleet;

import io.chargelake.generate.Draws;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;

/** When vehicles stand at a kind of site. Hours are local, counted from the day's midnight and past the next one. */
public enum SiteProfile {
    /** Eight of ten vehicles stand through the night, few by day. */
    RESIDENTIAL(0.5, 1.2) {
        @Override
        Optional<Hours> visit(DayOfWeek day, Draws draws) {
            double luck = draws.uniform();
            if (luck < 0.8) {
                return hours(draws.between(17.5, 22), 24 + draws.between(6, 8.5));
            }
            return luck < 0.95 ? dwell(draws.between(9, 14), draws.between(2, 3)) : Optional.empty();
        }
    },
    /** Seven of ten during working hours, one of ten otherwise. */
    OFFICE(0.6, 2.0) {
        @Override
        Optional<Hours> visit(DayOfWeek day, Draws draws) {
            double working = day.getValue() > 5 ? 0.1 : 0.7;
            double luck = draws.uniform();
            if (luck < working) {
                return hours(draws.between(7, 9), draws.between(16, 18));
            }
            return luck < working + 0.1 ? dwell(draws.between(17, 19), draws.between(2, 4)) : Optional.empty();
        }
    },
    /** Three peaks over a base of three tenths. */
    COMMERCIAL(0.35, 3.0) {
        @Override
        Optional<Hours> visit(DayOfWeek day, Draws draws) {
            if (!draws.chance(0.6)) {
                return Optional.empty();
            }
            double arrival = draws.chance(0.3)
                    ? draws.between(7, 21)
                    : PEAK_HOURS[draws.below(PEAK_HOURS.length)] + 0.7 * draws.normal();
            return dwell(Math.max(0, Math.min(21, arrival)), draws.between(0.7, 2.5));
        }
    },
    /** Short stops at travel hours, fewer at night. */
    MOTORWAY(0.25, 1.0) {
        @Override
        Optional<Hours> visit(DayOfWeek day, Draws draws) {
            if (!draws.chance(0.5)) {
                return Optional.empty();
            }
            int hour = draws.below(23);
            while (!draws.chance(hour >= 6 && hour < 22 ? 0.9 : 0.4)) {
                hour = draws.below(23);
            }
            return dwell(hour + draws.uniform(), draws.between(0.25, 0.8));
        }
    };

    private static final double[] PEAK_HOURS = {9, 13, 18.5};

    private final double simultaneity;
    private final double basePeakKwPerVehicle;

    SiteProfile(double simultaneity, double basePeakKwPerVehicle) {
        this.simultaneity = simultaneity;
        this.basePeakKwPerVehicle = basePeakKwPerVehicle;
    }

    record Hours(double arrival, double departure) {}

    /** A vehicle's stay that begins on the day, if any; it ends before one of the next day can begin. */
    abstract Optional<Hours> visit(DayOfWeek day, Draws draws);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Share of all chargers' power that the site is built for. */
    double simultaneity() {
        return simultaneity;
    }

    double basePeakKwPerVehicle() {
        return basePeakKwPerVehicle;
    }

    /** Load of the building as a share of its peak. */
    double baseShare(double hour) {
        return switch (this) {
            case RESIDENTIAL -> 0.35 + bell(hour, 7.5, 1.2) * 0.25 + bell(hour, 19.5, 2) * 0.65;
            case OFFICE -> 0.2 + bell(hour, 12.5, 3.5) * 0.8;
            case COMMERCIAL -> 0.3 + bell(hour, 14.5, 4.5) * 0.7;
            case MOTORWAY -> 0.5 + bell(hour, 14, 5) * 0.5;
        };
    }

    private static double bell(double hour, double centre, double width) {
        double x = (hour - centre) / width;
        return StrictMath.exp(-x * x / 2);
    }

    private static Optional<Hours> hours(double arrival, double departure) {
        return Optional.of(new Hours(arrival, departure));
    }

    private static Optional<Hours> dwell(double arrival, double length) {
        return hours(arrival, arrival + length);
    }
}
