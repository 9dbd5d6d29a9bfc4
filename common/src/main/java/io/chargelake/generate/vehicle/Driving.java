package io.chargelake.generate.vehicle;

import java.util.ArrayList;
import java.util.List;

/** Turns journeys into trips and their drives, stopping at fast chargers when the battery does not reach. */
final class Driving {

    private static final double RESERVE = 0.12;
    private static final double MARGIN = 1.15;
    private static final int LEAST_LEG_M = 2_000;
    private static final int LEAST_DRIVE_M = 1_000;
    private static final int LONGEST_STOP_S = 850;

    private final LifeState life;
    private final Weather weather;
    private final Charging charging;

    Driving(LifeState life, Weather weather, Charging charging) {
        this.life = life;
        this.weather = weather;
        this.charging = charging;
    }

    void journey(Outing outing) {
        double speedKmh = outing.speedKmh() * life.draws.between(0.9, 1.1);
        long leftM = Math.max(LEAST_DRIVE_M, outing.distanceM());
        while (leftM > 0 && !life.isOver()) {
            long legM = Math.min(leftM, reachM(speedKmh));
            if (leftM - legM > 0 && leftM - legM < LEAST_LEG_M && legM > 2 * LEAST_LEG_M) {
                legM -= LEAST_LEG_M;
            }
            trip(legM, speedKmh, outing.stops());
            leftM -= legM;
            if (leftM > 0 && !life.isOver()) {
                charging.onTheWay();
                life.standUntil(life.timeS() + 60 + life.draws.below(240));
            }
        }
    }

    private long reachM(double speedKmh) {
        double usableWh = life.battery.contentWh() - RESERVE * life.battery.capacityWh();
        return Math.max(LEAST_LEG_M, (long) (1000 * usableWh / (MARGIN * whPerKm(speedKmh))));
    }

    private double whPerKm(double speedKmh) {
        return Consumption.whPerKm(life.vehicle.thirst().factor(), speedKmh, weather.deciCelsiusAt(life.timeS()));
    }

    private void trip(long distanceM, double speedKmh, int stops) {
        List<DriveRow> drives = new ArrayList<>();
        int parts = (int) Math.max(1, Math.min(1 + stopsOf(distanceM, stops), distanceM / LEAST_DRIVE_M));
        long leftM = distanceM;
        for (int part = parts; part > 0; part--) {
            if (part < parts && !life.standUntil(life.timeS() + 60 + life.draws.below(LONGEST_STOP_S - 60))) {
                break;
            }
            long evenM = leftM / part;
            long partM = part == 1 ? leftM : Math.max(LEAST_DRIVE_M, (long) (evenM * life.draws.between(0.6, 1)));
            drives.add(drive(partM, speedKmh));
            leftM -= partM;
        }
        life.events.add(new TrueTrip(life.nextTripId(), drives));
    }

    private int stopsOf(long distanceM, int intended) {
        return intended == 0 && distanceM > 8_000 && life.draws.chance(0.15) ? 1 + life.draws.below(2) : intended;
    }

    private DriveRow drive(long distanceM, double speedKmh) {
        long startS = life.timeS();
        int socStart = life.battery.soc();
        long odometerM = life.odometerM();
        long energyWh = Math.round(whPerKm(speedKmh) * distanceM / 1000);
        life.drive(Math.round(distanceM * 3.6 / speedKmh), distanceM, energyWh);
        return new DriveRow(
                life.nextDriveId(),
                life.vehicle.vehicleId(),
                startS,
                life.timeS(),
                distanceM,
                energyWh,
                socStart,
                life.battery.soc(),
                odometerM,
                life.odometerM(),
                weather.deciCelsiusAt(startS));
    }
}
