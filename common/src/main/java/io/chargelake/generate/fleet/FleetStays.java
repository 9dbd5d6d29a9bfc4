package io.chargelake.generate.fleet;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stays of a vehicle that begin within a period of UTC days. */
public final class FleetStays {

    private static final int[][] SOC_ARRIVAL = {{150, 750}, {250, 800}, {200, 700}, {80, 450}};
    private static final int[][] SOC_TARGET = {{750, 900}, {700, 900}, {600, 800}, {650, 800}};

    private final Seeds seeds;
    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate to;

    public FleetStays(Seeds seeds, ZoneId zone, LocalDate from, LocalDate to) {
        this.seeds = seeds.stream("stay");
        this.zone = zone;
        this.from = from;
        this.to = to;
    }

    public List<Stay> of(FleetVehicle vehicle) {
        long fromS = from.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long toS = to.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        List<Stay> stays = new ArrayList<>();
        for (LocalDate day = from.minusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            on(day, vehicle)
                    .filter(stay -> stay.arrivalS() >= fromS && stay.arrivalS() < toS)
                    .ifPresent(stays::add);
        }
        return stays;
    }

    private Optional<Stay> on(LocalDate day, FleetVehicle vehicle) {
        Draws draws = seeds.at(vehicle.index(), day.toEpochDay()).sequence();
        SiteProfile profile = vehicle.site().profile();
        int socArrival = between(SOC_ARRIVAL[profile.ordinal()], draws);
        int socTarget = Math.max(socArrival, between(SOC_TARGET[profile.ordinal()], draws));
        return profile.visit(day.getDayOfWeek(), draws)
                .map(hours -> new Stay(
                        vehicle, epochS(day, hours.arrival()), epochS(day, hours.departure()), socArrival, socTarget));
    }

    private static int between(int[] bounds, Draws draws) {
        return bounds[0] + draws.below(bounds[1] - bounds[0] + 1);
    }

    /** By the local clock, to the minute: a stay over a clock change is an hour longer or shorter. */
    private long epochS(LocalDate day, double hour) {
        return day.atStartOfDay().plusMinutes((long) (hour * 60)).atZone(zone).toEpochSecond();
    }
}
