package io.chargelake.generate.fleet;

import io.chargelake.generate.Seeds;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What a site draws and what its roof gives, apart from vehicles, in a slot of a quarter of an hour. */
public final class SiteSlots {

    public static final long SLOT_S = 900;

    private static final double ROOF_SHARE = 0.6;

    private final Seeds seeds;
    private final ZoneId zone;

    public SiteSlots(Seeds seeds, ZoneId zone) {
        this.seeds = seeds.stream("slot");
        this.zone = zone;
    }

    public long baseW(FleetSite site, long slotS) {
        double peakW = 1000 * site.vehicles() * site.profile().basePeakKwPerVehicle();
        double noise = 1 + 0.06 * bounded(seeds.at(site.index()).normal(slotS / SLOT_S));
        return Math.round(peakW * Math.min(1, site.profile().baseShare(hour(slotS)) * noise));
    }

    /** Zero where there is no roof for panels. */
    public long solarW(FleetSite site, long slotS) {
        if (!seeds.stream("roof").chance(site.index(), ROOF_SHARE)) {
            return 0;
        }
        double peakW = 1000 * site.vehicles() * seeds.stream("panels").between(site.index(), 0.5, 2.5);
        return Math.round(peakW * sunShare(slotS));
    }

    /** What panels give of their peak. Zero by night; by day a sine between the season's sunrise and sunset, dimmed by the day's clouds. */
    public double sunShare(long slotS) {
        ZonedDateTime local = Instant.ofEpochSecond(slotS).atZone(zone);
        double season = -StrictMath.cos(2 * StrictMath.PI * (local.getDayOfYear() + 10) / 365.25);
        double dayHours = 12 + 3 * season;
        double sinceSunrise = hour(slotS) - (12.75 - dayHours / 2);
        if (sinceSunrise <= 0 || sinceSunrise >= dayHours) {
            return 0;
        }
        double clear =
                0.35 + 0.65 * seeds.stream("clouds").uniform(local.toLocalDate().toEpochDay());
        double sun = StrictMath.sin(StrictMath.PI * sinceSunrise / dayHours);
        return clear * (0.75 + 0.25 * season) * sun;
    }

    private double hour(long slotS) {
        ZonedDateTime local = Instant.ofEpochSecond(slotS).atZone(zone);
        return local.getHour() + local.getMinute() / 60.0;
    }

    private static double bounded(double normal) {
        return Math.max(-3, Math.min(3, normal));
    }
}
