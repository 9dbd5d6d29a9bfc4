package io.chargelake.generate.fleet;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;
import io.chargelake.generate.vehicle.VehicleModel;
import java.util.List;
import java.util.Locale;

/** Draws sites and vehicles by index: pure functions, so that tasks need nothing from each other. */
public final class FleetFactory {

    private static final long VEHICLES_PER_SITE = 50;
    private static final int[] STANDARD_KVA = {
        50, 100, 160, 250, 400, 630, 1_000, 1_600, 2_500, 4_000, 6_300, 10_000, 16_000, 25_000, 40_000, 50_000
    };
    private static final int LARGEST_LOW_VOLTAGE_KVA = 630;
    private static final double USABLE_SHARE = 0.9;
    private static final double HIGH_VOLTAGE_SHARE = 0.15;

    private final Seeds seeds;
    private final List<VehicleModel> models;
    private final long vehicles;

    public FleetFactory(Seeds seeds, List<VehicleModel> models, long vehicles) {
        this.seeds = seeds;
        this.models = List.copyOf(models);
        this.vehicles = vehicles;
    }

    /** At least one site of each profile where there are vehicles enough. */
    private long vehiclesPerSite() {
        int profiles = SiteProfile.values().length;
        return Math.min(VEHICLES_PER_SITE, (vehicles + profiles - 1) / profiles);
    }

    public long sites() {
        return (vehicles + vehiclesPerSite() - 1) / vehiclesPerSite();
    }

    public FleetSite site(long index) {
        SiteProfile[] profiles = SiteProfile.values();
        int drawn = seeds.stream("site").at(index).sequence().weighted(5, 2.5, 1.5, 1);
        SiteProfile profile = profiles[index < profiles.length ? (int) index : drawn];
        long first = index * vehiclesPerSite();
        return new FleetSite(
                index,
                String.format(Locale.ROOT, "site-%06d", index),
                profile,
                first,
                Math.min(vehicles, first + vehiclesPerSite()));
    }

    public FleetVehicle vehicle(long index) {
        return vehicle(index, site(index / vehiclesPerSite()));
    }

    /** A vehicle of a site that somebody else laid out. */
    public FleetVehicle vehicle(long index, FleetSite site) {
        Draws draws = seeds.stream("vehicle").at(index).sequence();
        ChargerClass chargerClass = ChargerClass.at(site.profile(), draws);
        return new FleetVehicle(
                index,
                String.format(Locale.ROOT, "fv-%08d", index),
                site,
                models.get(draws.below(models.size())),
                chargerClass,
                chargerClass.powerKw(draws),
                1 + draws.below(3),
                1 + draws.weighted(1, 3, 1));
    }

    /** The transformer of the next standard size that carries the building and what is usually charged at once. */
    public SiteLimits limits(FleetSite site) {
        double demandKw = site.vehicles() * site.profile().basePeakKwPerVehicle();
        for (long v = site.firstVehicle(); v < site.endVehicle(); v++) {
            demandKw += site.profile().simultaneity() * vehicle(v, site).chargerKw();
        }
        int kva = transformerKva(demandKw);
        boolean high = seeds.stream("voltage").chance(site.index(), HIGH_VOLTAGE_SHARE);
        String level = kva <= LARGEST_LOW_VOLTAGE_KVA ? "LV" : high ? "HV" : "MV";
        return new SiteLimits(Math.round(kva * USABLE_SHARE * 1000), kva, level);
    }

    /** Of the next standard size that carries a load, else of the largest. */
    public static int transformerKva(double kw) {
        int size = 0;
        while (size < STANDARD_KVA.length - 1 && STANDARD_KVA[size] * USABLE_SHARE < kw) {
            size++;
        }
        return STANDARD_KVA[size];
    }
}
