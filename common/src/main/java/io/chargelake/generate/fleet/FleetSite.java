package io.chargelake.generate.fleet;

/** A site and which vehicles, by index, belong to it. */
public record FleetSite(long index, String siteId, SiteProfile profile, long firstVehicle, long endVehicle) {

    long vehicles() {
        return endVehicle - firstVehicle;
    }
}
