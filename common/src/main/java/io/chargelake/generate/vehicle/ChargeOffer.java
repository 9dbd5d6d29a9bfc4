package io.chargelake.generate.vehicle;

import io.chargelake.generate.Draws;
import java.util.Optional;

/** The charging a vehicle decides for where it stands. Target is a share of the battery. */
record ChargeOffer(Place place, int chargerW, PowerType type, double target) {

    enum PowerType {
        AC,
        DC
    }

    private static final int[] FAST_W = {50_000, 75_000, 150_000, 150_000, 300_000};
    private static final int STREET_W = 11_000;

    static ChargeOffer fast(Place place, Draws draws) {
        return new ChargeOffer(place, FAST_W[draws.below(FAST_W.length)], PowerType.DC, 0.8);
    }

    /** @param need share of the battery that the next outing is expected to take */
    static Optional<ChargeOffer> decide(VehicleProfile vehicle, Place place, double soc, double need, Draws draws) {
        VehicleProfile.Habits habits = vehicle.habits();
        double luck = draws.uniform();
        return switch (place) {
            case HOME -> atHome(habits, soc, need, luck);
            case WORK -> ac(habits.workChargerW() > 0 && soc < 0.7 && luck < 0.7, place, habits.workChargerW(), 0.9);
            case FAR -> ac(soc < 0.8 && luck < 0.6, place, STREET_W, 0.9);
            case CITY, ROUTE -> inTown(vehicle.usage(), soc, luck, draws);
        };
    }

    private static Optional<ChargeOffer> atHome(VehicleProfile.Habits habits, double soc, double need, double luck) {
        double target = need > 0.5 ? 1.0 : habits.target();
        if (habits.homeChargerW() == 0) {
            return ac(soc < 0.4 && luck < 0.5, Place.CITY, STREET_W, target);
        }
        boolean plugs = soc < habits.plugBelow() || need > soc - 0.15 || luck < 0.12;
        return ac(plugs, Place.HOME, habits.homeChargerW(), target);
    }

    private static Optional<ChargeOffer> inTown(Usage usage, double soc, double luck, Draws draws) {
        boolean charges = usage == Usage.TAXI ? soc < 0.4 : soc < 0.4 && luck < 0.5;
        return charges ? Optional.of(fast(Place.CITY, draws)) : Optional.empty();
    }

    private static Optional<ChargeOffer> ac(boolean charges, Place place, int chargerW, double target) {
        return charges ? Optional.of(new ChargeOffer(place, chargerW, PowerType.AC, target)) : Optional.empty();
    }

    /** What reaches the battery at a state of charge: the weaker of charger and car, tapering as the battery fills. */
    double batteryW(VehicleModel model, double soc) {
        if (type == PowerType.AC) {
            return Math.min(chargerW, model.acW()) * 0.93 * (soc < 0.95 ? 1 : 0.5);
        }
        double taper = soc < 0.5 ? 1 : soc < 0.8 ? 1 - (soc - 0.5) * 2 : 0.4 - (soc - 0.8) * 1.5;
        return Math.min(chargerW, model.dcW()) * 0.95 * taper;
    }
}
