package io.chargelake.jobs.generate.fleet;

import static io.chargelake.jobs.generate.output.Column.decimal;
import static io.chargelake.jobs.generate.output.Column.flag;
import static io.chargelake.jobs.generate.output.Column.instant;
import static io.chargelake.jobs.generate.output.Column.text;
import static io.chargelake.jobs.generate.output.Column.whole;

import io.chargelake.generate.Seeds;
import io.chargelake.generate.fleet.FleetFactory;
import io.chargelake.generate.fleet.FleetSite;
import io.chargelake.generate.fleet.FleetStays;
import io.chargelake.generate.fleet.FleetVehicle;
import io.chargelake.generate.fleet.SiteLimits;
import io.chargelake.generate.fleet.SiteSlots;
import io.chargelake.generate.fleet.Stay;
import io.chargelake.generate.vehicle.VehicleModel;
import io.chargelake.jobs.generate.output.Column;
import io.chargelake.jobs.generate.output.Generated;
import io.chargelake.jobs.generate.output.OutputRoot;
import io.chargelake.jobs.generate.output.RowSink;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the three files of a range of sites; ranges are independent, so any task writes any of them. */
final class FleetWriter {

    private static final List<Column> STAY = List.of(
            text("vehicle_id"),
            text("site_id"),
            instant("arrival"),
            instant("departure"),
            decimal("soc_arrival"),
            decimal("soc_target"),
            decimal("battery_kwh"),
            decimal("ac_kw"),
            decimal("dc_kw"),
            flag("v2g"),
            decimal("charger_kw"),
            text("charger_class"),
            whole("phase"),
            whole("priority"));
    private static final List<Column> SITE = List.of(
            text("site_id"), text("profile"), decimal("limit_kw"), whole("transformer_kva"), text("voltage_level"));
    private static final List<Column> SLOT =
            List.of(text("site_id"), instant("slot_start"), decimal("base_kw"), decimal("solar_kw"));

    private final FleetSpec spec;
    private final OutputRoot root;
    private final FleetFactory factory;
    private final FleetStays stays;
    private final SiteSlots slots;

    FleetWriter(FleetSpec spec, List<VehicleModel> models, OutputRoot root) {
        Seeds seeds = Seeds.of(spec.seed()).stream("fleet");
        this.spec = spec;
        this.root = root;
        this.factory = new FleetFactory(seeds, models, spec.vehicles());
        this.stays = new FleetStays(seeds, spec.zone(), spec.from(), spec.to());
        this.slots = new SiteSlots(seeds, spec.zone());
    }

    long sites() {
        return factory.sites();
    }

    Generated stays(String path, long firstSite, long endSite) throws IOException {
        return write(path, STAY, firstSite, endSite, this::stays);
    }

    Generated sites(String path, long firstSite, long endSite) throws IOException {
        return write(path, SITE, firstSite, endSite, this::site);
    }

    Generated slots(String path, long firstSite, long endSite) throws IOException {
        return write(path, SLOT, firstSite, endSite, this::slots);
    }

    private interface SiteRows {
        /** Returns how many rows it wrote. */
        long write(FleetSite site, RowSink sink) throws IOException;
    }

    private Generated write(String path, List<Column> columns, long firstSite, long endSite, SiteRows rows)
            throws IOException {
        long written = 0;
        try (RowSink sink = root.rows(path, spec.format(), columns)) {
            for (long site = firstSite; site < endSite; site++) {
                written += rows.write(factory.site(site), sink);
            }
        }
        return new Generated(1, written, root.size(path));
    }

    private long stays(FleetSite site, RowSink sink) throws IOException {
        long rows = 0;
        for (long index = site.firstVehicle(); index < site.endVehicle(); index++) {
            for (Stay stay : stays.of(factory.vehicle(index))) {
                stay(stay, sink);
                rows++;
            }
        }
        return rows;
    }

    private static void stay(Stay stay, RowSink sink) throws IOException {
        FleetVehicle vehicle = stay.vehicle();
        sink.text(vehicle.vehicleId())
                .text(vehicle.site().siteId())
                .instant(stay.arrivalS())
                .instant(stay.departureS())
                .decimal(stay.socArrival(), 1)
                .decimal(stay.socTarget(), 1)
                .decimal(vehicle.model().batteryWh(), 3)
                .decimal(vehicle.model().acW(), 3)
                .decimal(vehicle.model().dcW(), 3)
                .flag(vehicle.model().v2g())
                .decimal(vehicle.chargerKw(), 0)
                .text(vehicle.chargerClass().name())
                .whole(vehicle.phase())
                .whole(vehicle.priority())
                .endRow();
    }

    private long site(FleetSite site, RowSink sink) throws IOException {
        SiteLimits limits = factory.limits(site);
        sink.text(site.siteId())
                .text(site.profile().code())
                .decimal(limits.limitW(), 3)
                .whole(limits.transformerKva())
                .text(limits.voltageLevel())
                .endRow();
        return 1;
    }

    /** A night's stay ends on the morning after the period: the slots go on for that day. */
    private long slots(FleetSite site, RowSink sink) throws IOException {
        long startS = spec.from().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long endS = spec.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        for (long slotS = startS; slotS < endS; slotS += SiteSlots.SLOT_S) {
            sink.text(site.siteId())
                    .instant(slotS)
                    .decimal(slots.baseW(site, slotS), 3)
                    .decimal(slots.solarW(site, slotS), 3)
                    .endRow();
        }
        return (endS - startS) / SiteSlots.SLOT_S;
    }
}
