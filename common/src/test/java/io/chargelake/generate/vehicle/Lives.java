package io.chargelake.generate.vehicle;

import io.chargelake.generate.Seeds;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Lives for tests: a quarter of a year in winter, with the clock change in it. */
final class Lives {

    static final long FROM_S = epoch(LocalDate.of(2025, 1, 1));
    static final long TO_S = epoch(LocalDate.of(2025, 4, 1));

    static final List<VehicleModel> MODELS = VehicleModel.parse(List.of(
            "model,battery_kwh,ac_kw,dc_kw,v2g",
            "Renault Twingo E-Tech,22,7,22,0",
            "Tesla Model 3,75,11,250,1",
            "Iveco Daily Electric,105,22,80,0"));

    private Lives() {}

    record Lived(VehicleProfile vehicle, List<LifeEvent> events, VehicleLife.Balance balance) {

        List<DriveRow> drives() {
            return events.stream()
                    .filter(TrueTrip.class::isInstance)
                    .flatMap(e -> ((TrueTrip) e).drives().stream())
                    .toList();
        }

        List<ChargeRow> charges() {
            return events.stream()
                    .filter(TrueSession.class::isInstance)
                    .flatMap(e -> ((TrueSession) e).charges().stream())
                    .toList();
        }
    }

    static Lived live(long seed, long vehicleIndex) {
        Seeds seeds = Seeds.of(seed);
        VehicleProfile vehicle = new VehicleFactory(seeds, MODELS).at(vehicleIndex);
        VehicleLife life = new VehicleLife(seeds, vehicle, FROM_S, TO_S);
        return new Lived(vehicle, life.advance(TO_S), life.balance());
    }

    private static long epoch(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
