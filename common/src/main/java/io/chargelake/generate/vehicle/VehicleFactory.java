package io.chargelake.generate.vehicle;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;
import io.chargelake.generate.vehicle.VehicleProfile.Habits;
import io.chargelake.generate.vehicle.VehicleProfile.Thirst;
import java.util.List;

/** Draws the vehicle of an index: a pure function, so that any task makes any vehicle. */
public final class VehicleFactory {

    private static final int ZONES = 24;
    private static final int VEHICLES_PER_CLIENT = 3;
    private static final String[] BATTERY_TYPES = {"NMC", "LFP", "NCA"};
    private static final double[] TYPE_FACTORS = {1.0, 1.04, 0.98};
    private static final int[] HOME_CHARGERS_W = {0, 3_700, 7_400, 11_000};
    private static final int[] WORK_CHARGERS_W = {0, 11_000, 22_000};
    private static final double WORN_SHARE = 0.05;

    private final Seeds seeds;
    private final List<VehicleModel> cars;
    private final List<VehicleModel> vans;

    public VehicleFactory(Seeds seeds, List<VehicleModel> models) {
        this.seeds = seeds.stream("vehicle");
        this.cars = models.stream().filter(model -> !model.isVan()).toList();
        this.vans = models.stream().filter(VehicleModel::isVan).toList();
    }

    public VehicleProfile at(long index) {
        Draws draws = seeds.at(index).sequence();
        Usage usage = Usage.values()[draws.weighted(5, 3, 1.5, 0.5)];
        List<VehicleModel> choice = usage == Usage.DELIVERY ? vans : cars;
        VehicleModel model = choice.get(draws.below(choice.size()));
        int type = draws.weighted(5, 3, 2);
        return new VehicleProfile(
                index,
                "ev-" + padded(index, 8),
                "cl-" + padded(client(index), 7),
                model,
                usage,
                BATTERY_TYPES[type],
                thirst(model, TYPE_FACTORS[type], draws),
                habits(usage, draws));
    }

    /** Clients own one to several vehicles: a vehicle joins the client of its block or has its own. */
    private long client(long index) {
        long block = index / VEHICLES_PER_CLIENT;
        return seeds.stream("client").chance(index, 0.4) ? block * VEHICLES_PER_CLIENT : index;
    }

    private static Thirst thirst(VehicleModel model, double typeFactor, Draws draws) {
        double size = (model.isVan() ? 1.3 : 0.85) + model.batteryWh() / 400_000.0;
        boolean worn = draws.chance(WORN_SHARE);
        double factor = size * typeFactor * draws.between(0.95, 1.08) * (worn ? 1.25 : 1);
        return new Thirst(factor, 5 + draws.below(8) + (worn ? 20 : 0), worn);
    }

    private static Habits habits(Usage usage, Draws draws) {
        int home = HOME_CHARGERS_W[draws.weighted(3, 1, 2, 4)];
        int work = WORK_CHARGERS_W[draws.weighted(6, 3, 1)];
        double commuteM = Math.min(55_000, Math.max(3_000, draws.logNormal(15_000, 0.6)));
        return new Habits(
                usage == Usage.DELIVERY ? 11_000 + 11_000 * draws.below(2) : home,
                usage == Usage.COMMUTER ? work : 0,
                (int) commuteM,
                usage == Usage.DELIVERY ? 0.9 : draws.between(0.35, 0.85),
                draws.chance(0.6) ? 0.8 : draws.chance(0.5) ? 0.9 : 1.0,
                zone(draws),
                zone(draws));
    }

    static String zone(Draws draws) {
        return "Z" + padded(1 + draws.below(ZONES), 2);
    }

    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }
}
