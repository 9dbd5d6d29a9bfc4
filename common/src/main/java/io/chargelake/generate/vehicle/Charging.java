package io.chargelake.generate.vehicle;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns plugged-in time into charging sessions and the charges that report them. Fragments of a session are at most
 * ten minutes apart, sessions more than twenty: no reader can take the one for the other.
 */
final class Charging {

    private static final double LEAST_SHARE = 0.03;
    private static final long LEAST_STAY_S = 900;
    private static final double FRAGMENTED_SHARE = 0.15;
    private static final double PAUSED_SHARE = 0.04;
    private static final long LEAST_FRAGMENT_S = 600;
    private static final int LONGEST_GAP_S = 570;
    private static final int STEP_S = 60;
    private static final long NO_HURRY_S = 4 * 3600;

    private final LifeState life;

    Charging(LifeState life) {
        this.life = life;
    }

    void onTheWay() {
        ChargeOffer offer = ChargeOffer.fast(Place.ROUTE, life.draws);
        stay(offer, life.timeS() + 60 + life.draws.below(240), life.timeS() + NO_HURRY_S);
    }

    /** Charges from {@code plugS} until the target or the latest end; sometimes with a long pause in between. */
    void stay(ChargeOffer offer, long plugS, long latestEndS) {
        Flow whole = flow(offer, latestEndS - plugS);
        boolean tooLittle = life.battery.share() > offer.target() - LEAST_SHARE;
        if (tooLittle || latestEndS - plugS < LEAST_STAY_S || !life.standUntil(plugS)) {
            return;
        }
        boolean paused = life.draws.chance(PAUSED_SHARE);
        long pauseS = 1_260 + life.draws.below(9_000);
        if (paused && whole.seconds() > 7_200 && plugS + whole.seconds() + pauseS < latestEndS) {
            session(offer, plugS + whole.seconds() / 2);
            if (life.isOver() || !life.standUntil(life.timeS() + pauseS)) {
                return;
            }
        }
        session(offer, latestEndS);
    }

    private void session(ChargeOffer offer, long latestEndS) {
        long availableS = latestEndS - life.timeS();
        long wholeS = flow(offer, availableS).seconds();
        int fragments = fragments(wholeS, availableS);
        String zone = zone(offer.place());
        List<ChargeRow> charges = new ArrayList<>();
        for (int left = fragments; left > 0; left--) {
            if (left < fragments && !life.standUntil(life.timeS() + 30 + life.draws.below(LONGEST_GAP_S - 30))) {
                break;
            }
            double part = life.draws.between(0.75, 1.05) / fragments;
            long limitS = left == 1 ? latestEndS - life.timeS() : (long) (wholeS * part);
            charges.add(charge(offer, flow(offer, limitS), zone));
        }
        life.events.add(new TrueSession(life.nextSessionId(), offer.place(), charges));
    }

    private int fragments(long wholeS, long availableS) {
        int wanted = life.draws.chance(FRAGMENTED_SHARE) ? 2 + life.draws.below(3) : 1;
        long possible = Math.min(wholeS / LEAST_FRAGMENT_S, (availableS - wholeS) / LONGEST_GAP_S + 1);
        return (int) Math.max(1, Math.min(wanted, possible));
    }

    private String zone(Place place) {
        return switch (place) {
            case HOME -> life.vehicle.habits().homeZone();
            case WORK -> life.vehicle.habits().workZone();
            case CITY, FAR, ROUTE -> VehicleFactory.zone(life.draws);
        };
    }

    private ChargeRow charge(ChargeOffer offer, Flow flow, String zone) {
        long startS = life.timeS();
        int socStart = life.battery.soc();
        life.charge(flow.seconds(), flow.energyWh());
        long meanW = Math.round(flow.energyWh() * 3600.0 / flow.seconds());
        return new ChargeRow(
                life.nextChargeId(),
                life.vehicle.vehicleId(),
                startS,
                life.timeS(),
                flow.energyWh(),
                socStart,
                life.battery.soc(),
                meanW,
                Math.max(meanW, flow.maxW()),
                offer.type().name(),
                zone);
    }

    /** What would flow from now on: minute by minute, since power follows the state of charge. */
    private Flow flow(ChargeOffer offer, long limitS) {
        double targetWh = offer.target() * life.battery.capacityWh();
        double wh = life.battery.contentWh();
        double maxW = 0;
        long seconds = 0;
        while (seconds < limitS && wh < targetWh) {
            double batteryW = offer.batteryW(life.vehicle.model(), wh / life.battery.capacityWh());
            long step = (long) Math.ceil(Math.min(STEP_S, (targetWh - wh) * 3600 / batteryW));
            step = Math.min(step, limitS - seconds);
            wh += batteryW * step / 3600;
            maxW = Math.max(maxW, batteryW);
            seconds += step;
        }
        long energyWh = Math.round(Math.min(wh, life.battery.capacityWh())) - life.battery.contentWh();
        return new Flow(seconds, energyWh, Math.round(maxW));
    }

    private record Flow(long seconds, long energyWh, long maxW) {}
}
