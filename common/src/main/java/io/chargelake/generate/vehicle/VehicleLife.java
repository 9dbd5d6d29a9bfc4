package io.chargelake.generate.vehicle;

import io.chargelake.generate.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One vehicle from the period's start to its end, event by event, as far as asked. Cost: a few microseconds an event,
 * memory of one event; the same seed and vehicle give the same life in any task.
 */
public final class VehicleLife {

    private static final double TYPICAL_WH_PER_KM = 190;
    private static final long SHORTEST_PAUSE_S = 960;

    private final LifeState life;
    private final Itinerary itinerary;
    private final Charging charging;
    private final Driving driving;
    private final long startWh;
    private Place place = Place.HOME;

    public VehicleLife(Seeds seeds, VehicleProfile vehicle, long fromS, long toS) {
        this.life =
                new LifeState(vehicle, seeds.stream("life").at(vehicle.index()).sequence(), fromS, toS);
        this.itinerary = new Itinerary(
                new DayPlan(seeds, vehicle),
                Instant.ofEpochSecond(fromS).atZone(DayPlan.ZONE).toLocalDate());
        this.charging = new Charging(life);
        this.driving = new Driving(life, new Weather(seeds), charging);
        this.startWh = life.battery.contentWh();
        firstNight();
    }

    /** Everything that happened since the last call and began before {@code untilS}, perhaps a little more. */
    public List<LifeEvent> advance(long untilS) {
        while (!life.isOver() && life.timeS() < untilS) {
            step();
        }
        List<LifeEvent> happened = List.copyOf(life.events);
        life.events.clear();
        return happened;
    }

    public Balance balance() {
        return new Balance(
                startWh,
                life.battery.chargedWh(),
                life.battery.drivenWh(),
                life.battery.parkedWh(),
                life.battery.contentWh());
    }

    /** Some vehicles are plugged in when the period begins: their first session is cut. */
    private void firstNight() {
        int homeW = life.vehicle.habits().homeChargerW();
        if (homeW > 0 && life.draws.chance(0.4)) {
            ChargeOffer offer = new ChargeOffer(Place.HOME, homeW, ChargeOffer.PowerType.AC, 1.0);
            charging.stay(offer, life.timeS(), itinerary.peek().departS() - 120);
        }
    }

    private void step() {
        Outing outing = itinerary.take();
        int eventsBefore = life.events.size();
        offer(outing).ifPresent(offer -> {
            long plugS = life.timeS() + 60 + life.draws.below(540);
            charging.stay(offer, plugS, outing.departS() - 120);
        });
        boolean charged = life.events.size() > eventsBefore;
        long earliestS = life.timeS() + (charged ? 60 : SHORTEST_PAUSE_S);
        if (!life.isOver() && life.standUntil(Math.max(outing.departS(), earliestS))) {
            driving.journey(outing);
            place = outing.to();
        }
    }

    private Optional<ChargeOffer> offer(Outing next) {
        double share = life.battery.share();
        double need = next.distanceM() / 1000.0 * TYPICAL_WH_PER_KM / life.battery.capacityWh();
        return ChargeOffer.decide(life.vehicle, place, share, need, life.draws);
    }

    /** Watt-hours: start + charged - driven - parked = end, exactly. */
    public record Balance(long startWh, long chargedWh, long drivenWh, long parkedWh, long endWh) {

        public Balance {
            if (startWh + chargedWh - drivenWh - parkedWh != endWh) {
                throw new IllegalArgumentException("Cannot balance energy: %d + %d - %d - %d is not %d Wh"
                        .formatted(startWh, chargedWh, drivenWh, parkedWh, endWh));
            }
        }
    }
}
