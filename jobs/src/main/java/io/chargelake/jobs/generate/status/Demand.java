package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Seeds;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * How many cars come on one UTC day: by kind of place and UTC hour, times a factor that a whole city shares, so that
 * there is something for a forecast to learn. Made once a day and task, then only read.
 */
final class Demand {

    private static final double CITY_SIGMA = 0.15;
    private static final double WINTER_SWING = 0.08;

    final long dayStartS;
    final int utcOffsetH;
    private final double[][] perSecond = new double[Place.COUNT][24];
    private final double[] cityFactor = new double[City.COUNT];

    Demand(Seeds world, long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        dayStartS = epochDay * StatusWorld.DAY_S;
        utcOffsetH = utcOffsetH(day);
        for (int hour = 0; hour < 24; hour++) {
            int local = hour + utcOffsetH;
            int weekday = day.plusDays(local / 24).getDayOfWeek().getValue();
            for (int place = 0; place < Place.COUNT; place++) {
                perSecond[place][hour] = Place.of(place).arrivalRate(weekday, local % 24);
            }
        }
        double season = 1 + WINTER_SWING * StrictMath.cos(2 * StrictMath.PI * day.getDayOfYear() / 365.25);
        for (int city = 0; city < City.COUNT; city++) {
            cityFactor[city] = season * world.stream("city").at(city, epochDay).logNormal(0, 1, CITY_SIGMA);
        }
    }

    double[] perSecond(Place place) {
        return perSecond[place.ordinal()];
    }

    double factor(City city) {
        return cityFactor[city.ordinal()];
    }

    int localHour(long secondOfDay) {
        return (int) (secondOfDay / 3600 + utcOffsetH) % 24;
    }

    /** The rule of the European Union instead of the time-zone data, which changes with the JDK: same seed, same bytes. */
    private static int utcOffsetH(LocalDate day) {
        boolean summer = !day.isBefore(lastSunday(day, Month.MARCH)) && day.isBefore(lastSunday(day, Month.OCTOBER));
        return summer ? 2 : 1;
    }

    private static LocalDate lastSunday(LocalDate day, Month month) {
        return LocalDate.of(day.getYear(), month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
    }
}
