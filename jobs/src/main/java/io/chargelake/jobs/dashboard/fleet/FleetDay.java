package io.chargelake.jobs.dashboard.fleet;

import io.chargelake.energy.Charger;
import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.Horizon;
import io.chargelake.energy.Phase;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import io.chargelake.energy.Tariff;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.VoltageLevel;
import io.chargelake.energy.grid.Connection;
import io.chargelake.generate.Seeds;
import io.chargelake.generate.fleet.FleetFactory;
import io.chargelake.generate.fleet.FleetSite;
import io.chargelake.generate.fleet.FleetStays;
import io.chargelake.generate.fleet.FleetVehicle;
import io.chargelake.generate.fleet.SiteLimits;
import io.chargelake.generate.fleet.SiteProfile;
import io.chargelake.generate.fleet.SiteSlots;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A day of a synthetic fleet at one site, as {@code generate fleet} draws it: the same request gives the same day to the bit. A stay that
 * reaches out of the 24 hours is left out. Which vehicles give energy back is drawn by the share asked for, whatever their catalogue says.
 */
record FleetDay(FleetRequest request, SiteCase site, Connection connection, Map<String, String> models) {
    /** A Wednesday in winter that all built-in tariffs have prices of. */
    private static final LocalDate DAY = LocalDate.of(2025, 1, 8);
    /** Where people's clocks are. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final int SLOTS = 96;
    private static final int STEP_S = 900;
    private static final double KILO = 1_000;
    private static final double PER_MILLE = 1_000;
    private static final double STRONGEST_SINGLE_PHASE_KW = 7.4;
    static final double RESISTANCE_OVER_REACTANCE = 0.3;
    /** Of each kWh through a battery that gives back, in the tariff's currency: what {@code optimise} takes when nobody says. */
    private static final double WEAR = 0;

    static FleetDay of(FleetRequest request) {
        return new Drawing(request).day();
    }

    /** The request with what was left out filled in. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("vehicles", request.vehicles().count());
        told.put("mix", request.vehicles().mix().code());
        told.put("profile", request.vehicles().profile().code());
        told.put("site_kw", site.site().limitKw());
        told.put("grid", site.site().level().name());
        told.put("tariff", request.tariff());
        told.put("strategy", request.strategy());
        told.put("compare", request.compare());
        told.put("solar_kw", request.connection().solarKw());
        told.put("v2g", request.vehicles().v2g());
        told.put("seed", request.vehicles().seed());
        return told;
    }

    Tariff tariff() {
        return Tariffs.named(request.tariff());
    }

    private static final class Drawing {
        private final FleetRequest request;
        private final Seeds seeds;
        private final FleetFactory factory;
        private final FleetSite at;
        private final Horizon horizon;

        Drawing(FleetRequest request) {
            FleetRequest.Vehicles asked = request.vehicles();
            this.request = request;
            this.seeds = Seeds.of(asked.seed()).stream("fleet");
            this.factory = new FleetFactory(seeds, asked.mix().models(), asked.count());
            this.at = new FleetSite(0, "site", asked.profile(), 0, asked.count());
            this.horizon = new Horizon(
                    DAY.atTime(firstHour(asked.profile()), 0).atZone(ZONE).toEpochSecond(), SLOTS, STEP_S);
        }

        /** Nights in one piece for those who stay over night, days for the others. */
        private static int firstHour(SiteProfile profile) {
            return profile == SiteProfile.RESIDENTIAL ? 12 : 4;
        }

        FleetDay day() {
            Map<String, String> models = new LinkedHashMap<>();
            List<Stay> stays = new ArrayList<>();
            FleetStays drawn = new FleetStays(seeds, ZONE, DAY, DAY.plusDays(2));
            for (long index = 0; index < request.vehicles().count(); index++) {
                FleetVehicle vehicle = factory.vehicle(index, at);
                models.put(vehicle.vehicleId(), vehicle.model().name());
                drawn.of(vehicle).stream()
                        .filter(stay -> stay.arrivalS() >= horizon.startS() && stay.departureS() <= horizon.endS())
                        .map(this::stay)
                        .forEach(stays::add);
            }
            Site site = site();
            SiteCase whole =
                    SiteCase.of(site, horizon, Tariffs.named(request.tariff()).over(horizon), WEAR, stays);
            Connection connection =
                    Connection.of(site.level().kilovolts(), 0, site.transformerKva(), RESISTANCE_OVER_REACTANCE);
            return new FleetDay(request, whole, connection, models);
        }

        private Site site() {
            SiteLimits built = factory.limits(at);
            double limitKw = request.connection().siteKw().orElse(built.limitW() / KILO);
            VoltageLevel level =
                    request.connection().grid().orElseGet(() -> VoltageLevel.valueOf(built.voltageLevel()));
            SiteSlots slots = new SiteSlots(seeds, ZONE);
            double[] baseKw = new double[SLOTS];
            double[] solarKw = new double[SLOTS];
            for (int slot = 0; slot < SLOTS; slot++) {
                baseKw[slot] = slots.baseW(at, horizon.slotStartS(slot)) / KILO;
                solarKw[slot] = request.connection().solarKw() * slots.sunShare(horizon.slotStartS(slot));
            }
            return new Site(at.siteId(), limitKw, FleetFactory.transformerKva(limitKw), level, baseKw, solarKw);
        }

        private Stay stay(io.chargelake.generate.fleet.Stay drawn) {
            FleetVehicle vehicle = drawn.vehicle();
            boolean givesBack = seeds.stream("v2g")
                    .chance(vehicle.index(), request.vehicles().v2g());
            ChargerClass type = ChargerClass.valueOf(vehicle.chargerClass().name());
            boolean isSingle = type == ChargerClass.AC && vehicle.chargerKw() <= STRONGEST_SINGLE_PHASE_KW;
            return new Stay(
                    new Vehicle(
                            vehicle.vehicleId(),
                            vehicle.model().batteryWh() / KILO,
                            vehicle.model().acW() / KILO,
                            vehicle.model().dcW() / KILO,
                            givesBack),
                    at.siteId(),
                    drawn.arrivalS(),
                    drawn.departureS(),
                    drawn.socArrival() / PER_MILLE,
                    drawn.socTarget() / PER_MILLE,
                    new Charger(type, vehicle.chargerKw()),
                    isSingle ? Phase.values()[vehicle.phase() - 1] : Phase.ALL);
        }
    }
}
