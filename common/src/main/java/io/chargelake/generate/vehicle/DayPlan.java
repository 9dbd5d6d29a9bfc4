package io.chargelake.generate.vehicle;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a vehicle intends on a local day: a pure function of vehicle and day, so that yesterday may look ahead. */
final class DayPlan {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double COMMUTE_SHARE = 0.88;
    private static final double TAXI_SHARE = 0.86;

    private final VehicleProfile vehicle;
    private final Seeds seeds;

    DayPlan(Seeds seeds, VehicleProfile vehicle) {
        this.vehicle = vehicle;
        this.seeds = seeds.stream("plan").at(vehicle.index());
    }

    List<Outing> of(LocalDate day) {
        Draws draws = seeds.at(day.toEpochDay()).sequence();
        List<Outing> outings = new ArrayList<>();
        switch (vehicle.usage()) {
            case COMMUTER -> commuterDay(day, draws, outings);
            case FAMILY -> familyDay(day, draws, outings);
            case DELIVERY -> deliveryDay(day, draws, outings);
            case TAXI -> taxiDay(day, draws, outings);
        }
        return outings;
    }

    private void commuterDay(LocalDate day, Draws draws, List<Outing> outings) {
        if (isWeekend(day)) {
            weekend(day, 0.12, draws, outings);
            return;
        }
        if (draws.chance(COMMUTE_SHARE)) {
            double speedKmh = 28 + vehicle.habits().commuteM() / 1000.0;
            int commuteM = vehicle.habits().commuteM();
            outings.add(new Outing(at(day, 7.4 + 0.5 * draws.normal(), draws), commuteM, speedKmh, 0, Place.WORK));
            outings.add(new Outing(at(day, 16.6 + 0.7 * draws.normal(), draws), commuteM, speedKmh, 0, Place.HOME));
        }
        if (draws.chance(0.25)) {
            errand(day, draws.between(18.5, 19.5), draws, outings);
        }
    }

    private void familyDay(LocalDate day, Draws draws, List<Outing> outings) {
        if (isWeekend(day)) {
            weekend(day, 0.18, draws, outings);
            return;
        }
        double hour = 8;
        for (int i = draws.below(4); i > 0; i--) {
            errand(day, hour + draws.between(0, 1), draws, outings);
            hour += 3.5;
        }
    }

    private void deliveryDay(LocalDate day, Draws draws, List<Outing> outings) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return;
        }
        round(day, draws.between(6.5, 8), draws, outings);
        round(day, draws.between(13, 14), draws, outings);
    }

    private static void round(LocalDate day, double hour, Draws draws, List<Outing> outings) {
        int outM = 12_000 + draws.below(35_000);
        outings.add(new Outing(at(day, hour, draws), outM, draws.between(28, 45), 2 + draws.below(5), Place.CITY));
        outings.add(new Outing(at(day, hour + 2.5, draws), outM / 2 + 4_000, draws.between(35, 55), 0, Place.HOME));
    }

    private void taxiDay(LocalDate day, Draws draws, List<Outing> outings) {
        if (!draws.chance(TAXI_SHARE)) {
            return;
        }
        double hour = draws.chance(0.6) ? draws.between(5, 7) : draws.between(12, 14);
        for (int i = 7 + draws.below(6); i > 0; i--) {
            int distanceM = 2_500 + draws.below(14_000);
            outings.add(new Outing(at(day, hour, draws), distanceM, draws.between(22, 40), 0, Place.CITY));
            hour += draws.between(0.8, 1.1);
        }
        outings.add(new Outing(at(day, hour, draws), 3_000 + draws.below(9_000), 32, 0, Place.HOME));
    }

    /** Saturday decides for the weekend: far away and back the same day, back on Sunday, or just errands. */
    private void weekend(LocalDate day, double longShare, Draws draws, List<Outing> outings) {
        Draws week = seeds.stream("weekend").at(saturdayOf(day).toEpochDay()).sequence();
        boolean away = week.chance(longShare);
        int farM = 70_000 + week.below(280_000);
        boolean overNight = week.chance(0.6);
        boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        if (away && saturday) {
            outings.add(new Outing(at(day, draws.between(7.5, 10), draws), farM, 92, 1, Place.FAR));
        }
        if (away && saturday != overNight) {
            outings.add(new Outing(at(day, draws.between(16, 18), draws), farM, 92, 1, Place.HOME));
        } else if (!away && draws.chance(0.55)) {
            errand(day, draws.between(9.5, 15), draws, outings);
        }
    }

    private static void errand(LocalDate day, double hour, Draws draws, List<Outing> outings) {
        int distanceM = 1_500 + (int) Math.min(30_000, draws.exponential(5_000));
        double speedKmh = draws.between(20, 42);
        outings.add(new Outing(at(day, hour, draws), distanceM, speedKmh, 0, Place.CITY));
        outings.add(new Outing(at(day, hour + draws.between(0.6, 2), draws), distanceM, speedKmh, 0, Place.HOME));
    }

    private static long at(LocalDate day, double hour, Draws draws) {
        long secondOfDay = Math.max(0, (long) (hour * 3600)) + draws.below(60);
        long days = secondOfDay / 86_400;
        return day.plusDays(days)
                .atTime(LocalTime.ofSecondOfDay(secondOfDay % 86_400))
                .atZone(ZONE)
                .toEpochSecond();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5;
    }

    private static LocalDate saturdayOf(LocalDate weekendDay) {
        return weekendDay.getDayOfWeek() == DayOfWeek.SUNDAY ? weekendDay.minusDays(1) : weekendDay;
    }
}
