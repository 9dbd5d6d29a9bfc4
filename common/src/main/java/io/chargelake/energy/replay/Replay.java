package io.chargelake.energy.replay;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.Site;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.Stay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Follows the schedules of a site slot by slot: bills them, checks every limit, adds up where energy went. */
public final class Replay {
    private static final double TOLERANCE = 1e-6;
    private static final double LOW = 0.2;
    private static final double HIGH = 0.9;
    private static final double TAPER_FROM = 0.8;

    private final Site site;
    private final Horizon horizon;
    private final SlotPrices prices;
    private final double wearPerKwh;
    private final List<Breach> breaches = new ArrayList<>();
    private final double[] vehiclesKw;
    private final List<Double> socs = new ArrayList<>();
    private final List<Double> served = new ArrayList<>();
    private double drawn;
    private double given;
    private double stored;
    private double lost;
    private double cost;
    private double revenue;
    private double wear;
    private double unmet;
    private int unmetVehicles;
    private double possible;
    private double connectedHours;

    private Replay(Site site, Horizon horizon, SlotPrices prices, double wearPerKwh) {
        this.site = site;
        this.horizon = horizon;
        this.prices = prices;
        this.wearPerKwh = wearPerKwh;
        this.vehiclesKw = new double[horizon.slots()];
    }

    /** @param wearPerKwh for each kWh into or out of the battery of a vehicle that can give energy back */
    public static Outcome of(
            Site site, Horizon horizon, SlotPrices prices, double wearPerKwh, List<Schedule> schedules) {
        Replay replay = new Replay(site, horizon, prices, wearPerKwh);
        List<Schedule> ordered = schedules.stream()
                .sorted(Comparator.comparing(
                                (Schedule schedule) -> schedule.stay().vehicle().id())
                        .thenComparingLong(schedule -> schedule.stay().arrivalS())
                        .thenComparingLong(schedule -> schedule.stay().departureS()))
                .toList();
        ordered.forEach(replay::follow);
        return replay.outcome(ordered);
    }

    private void follow(Schedule schedule) {
        Stay stay = schedule.stay();
        double battery = stay.vehicle().batteryKwh();
        double soc = stay.socArrival();
        for (int slot = 0; slot < horizon.slots(); slot++) {
            double kw = schedule.powerKw(slot);
            double present = presentHours(stay, slot);
            possible += present * stay.powerKw();
            connectedHours += present;
            if (!Double.isFinite(kw)) {
                breach(Breach.Kind.NOT_A_NUMBER, stay, slot, kw, 0);
                kw = 0;
            }
            if (kw != 0) {
                checkFlow(stay, slot, kw * horizon.slotHours(), present, soc);
                double after = soc + flow(stay, slot, kw * horizon.slotHours()) / battery;
                checkBand(stay, slot, soc, after);
                soc = after;
            }
        }
        depart(stay, soc);
    }

    private double presentHours(Stay stay, int slot) {
        long from = Math.max(stay.arrivalS(), horizon.slotStartS(slot));
        long to = Math.min(stay.departureS(), horizon.slotStartS(slot) + horizon.stepS());
        return Math.max(0, to - from) / 3_600.0;
    }

    private void checkFlow(Stay stay, int slot, double kwh, double present, double soc) {
        if (present == 0) {
            breach(Breach.Kind.WINDOW, stay, slot, kwh, 0);
        } else if (Math.abs(kwh) > stay.powerKw() * present + TOLERANCE) {
            breach(Breach.Kind.POWER, stay, slot, kwh / present, stay.powerKw());
        } else if (kwh > tapered(stay, soc, present) + TOLERANCE) {
            breach(Breach.Kind.TAPER, stay, slot, kwh, tapered(stay, soc, present));
        }
        if (kwh < 0 && !stay.vehicle().v2g()) {
            breach(Breach.Kind.GIVES_WITHOUT_V2G, stay, slot, kwh, 0);
        }
    }

    /** The most energy at the grid's side: constant power up to the bend, from there what is missing to full decays. */
    private static double tapered(Stay stay, double soc, double hours) {
        if (!stay.charger().type().isDirectCurrent()) {
            return Double.POSITIVE_INFINITY;
        }
        double perHour = stay.powerKw()
                * stay.charger().type().efficiency()
                / stay.vehicle().batteryKwh();
        double straight = soc >= TAPER_FROM ? 0 : Math.min(hours, (TAPER_FROM - soc) / perHour);
        double bend = Math.max(soc, TAPER_FROM);
        double remaining = 1 - bend;
        double bent = remaining * (1 - Math.exp(-perHour / (1 - TAPER_FROM) * (hours - straight)));
        return stay.powerKw() * straight + bent * stay.powerKw() / perHour;
    }

    /** What the battery gets; the rest of what moved was lost on the way. */
    private double flow(Stay stay, int slot, double kwh) {
        double efficiency = stay.charger().type().efficiency();
        vehiclesKw[slot] += kwh / horizon.slotHours();
        double inBattery = kwh > 0 ? kwh * efficiency : kwh / efficiency;
        if (kwh > 0) {
            drawn += kwh;
            cost += kwh * prices.buy(slot);
        } else {
            given -= kwh;
            revenue -= kwh * prices.sell(slot);
        }
        lost += kwh - inBattery;
        stored += inBattery;
        if (stay.vehicle().v2g()) {
            wear += wearPerKwh * Math.abs(inBattery);
        }
        return inBattery;
    }

    /** Outside the band only towards it. */
    private void checkBand(Stay stay, int slot, double before, double after) {
        if (after < Math.min(before, LOW) - TOLERANCE) {
            breach(Breach.Kind.SOC_LOW, stay, slot, after, Math.min(before, LOW));
        }
        if (after > Math.max(before, HIGH) + TOLERANCE) {
            breach(Breach.Kind.SOC_HIGH, stay, slot, after, Math.max(before, HIGH));
        }
    }

    private void depart(Stay stay, double soc) {
        double battery = stay.vehicle().batteryKwh();
        double missing = (stay.socTarget() - soc) * battery;
        double asked = (stay.socTarget() - stay.socArrival()) * battery;
        if (missing > TOLERANCE) {
            unmet += missing;
            unmetVehicles++;
        }
        if (asked > TOLERANCE) {
            served.add(Math.max(0, Math.min(1, 1 - missing / asked)));
        }
        socs.add(soc);
    }

    private Outcome outcome(List<Schedule> schedules) {
        checkSite();
        Load load = load();
        return new Outcome(
                new Energy(drawn, given, stored, lost),
                new Bill(cost, revenue, wear, prices.demandCharge() * Math.max(0, load.peakKw())),
                load,
                service(schedules),
                socs,
                breaches);
    }

    /** What is above a limit without vehicles is none of theirs, as long as they don't add to it. */
    private void checkSite() {
        for (int slot = 0; slot < horizon.slots(); slot++) {
            double alone = site.baseKw()[slot] - site.solarKw()[slot];
            double together = alone + vehiclesKw[slot];
            check(Breach.Kind.SITE_LIMIT, slot, alone, together, site.limitKw());
            if (site.transformerKva() > 0) {
                check(Breach.Kind.TRANSFORMER, slot, alone, together, site.transformerKva());
            }
            if (!prices.paysExport() && together < Math.min(alone, 0) - TOLERANCE) {
                siteBreach(Breach.Kind.SITE_LIMIT, slot, together, Math.min(alone, 0));
            }
        }
    }

    private void check(Breach.Kind kind, int slot, double alone, double together, double limitKw) {
        if (together > Math.max(alone, limitKw) + TOLERANCE) {
            siteBreach(kind, slot, together, Math.max(alone, limitKw));
        } else if (together < Math.min(alone, -limitKw) - TOLERANCE) {
            siteBreach(kind, slot, together, Math.min(alone, -limitKw));
        }
    }

    private Load load() {
        double peak = Double.NEGATIVE_INFINITY;
        double valley = Double.POSITIVE_INFINITY;
        double vehicles = 0;
        double sun = 0;
        double used = 0;
        double usedByVehicles = 0;
        for (int slot = 0; slot < horizon.slots(); slot++) {
            double base = site.baseKw()[slot];
            double solar = site.solarKw()[slot];
            double net = base - solar + vehiclesKw[slot];
            peak = Math.max(peak, net);
            valley = Math.min(valley, net);
            vehicles += Math.max(0, vehiclesKw[slot]);
            sun += solar;
            used += Math.max(0, Math.min(solar, base + vehiclesKw[slot]));
            usedByVehicles += Math.min(Math.max(0, solar - base), Math.max(0, vehiclesKw[slot]));
        }
        double hours = horizon.slotHours();
        return new Load(peak, valley, vehicles * hours, usedByVehicles * hours, sun * hours, used * hours);
    }

    private Service service(List<Schedule> schedules) {
        double sum = served.stream().mapToDouble(Double::doubleValue).sum();
        double squares = served.stream().mapToDouble(share -> share * share).sum();
        long vehicles = schedules.stream()
                .map(schedule -> schedule.stay().vehicle().id())
                .distinct()
                .count();
        return new Service(
                (int) vehicles,
                unmet,
                unmetVehicles,
                new Service.Served(served.size(), sum, squares),
                drawn + given,
                possible,
                connectedHours,
                horizon.slots() * horizon.slotHours());
    }

    private void breach(Breach.Kind kind, Stay stay, int slot, double value, double allowed) {
        breaches.add(new Breach(kind, stay.vehicle().id(), horizon.slotStartS(slot), value, allowed));
    }

    private void siteBreach(Breach.Kind kind, int slot, double value, double allowed) {
        breaches.add(new Breach(kind, site.id(), horizon.slotStartS(slot), value, allowed));
    }
}
