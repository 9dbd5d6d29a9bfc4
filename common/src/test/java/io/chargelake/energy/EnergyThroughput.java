package io.chargelake.energy;

import com.sun.management.OperatingSystemMXBean;
import io.chargelake.energy.grid.BaranWu;
import io.chargelake.energy.grid.FeederSweep;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Tapered;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures planning of a day of 96 slots on all cores, by the clock and by processor time: fleets at sites of 50 vehicles, of
 * which none, one in ten or one in five gives energy back, on the built-in tariff, at sites that carry about half of their
 * chargers; then one site of 2,000; then feeders. Not a test: run main from the test class path, with the sizes of fleets.
 */
final class EnergyThroughput {
    private static final int PER_SITE = 50;
    private static final int LARGE = 2_000;
    private static final int FEEDERS = 10_000;
    private static final Horizon DAY = new Horizon(1_735_732_800L, 96, 900);
    private static final SlotPrices PRICES = Tariffs.ONEE.over(DAY);

    /** How many vehicles in a hundred give energy back. */
    private static final int[] GIVING = {0, 10, 20};

    private EnergyThroughput() {}

    public static void main(String[] args) {
        int[] sizes = args.length == 0
                ? new int[] {10_000, 100_000, 1_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        System.out.println("what, vehicles, giving back, s, processor s, microseconds a vehicle, worst gap");
        for (int size : sizes) {
            for (int giving : GIVING) {
                for (Strategy strategy : Strategy.all()) {
                    fleet(strategy, size, giving);
                }
            }
        }
        for (int giving : GIVING) {
            large(giving);
        }
        feeders();
    }

    private static void large(int giving) {
        SiteCase site = site(0, LARGE, giving);
        for (Strategy strategy : Strategy.all()) {
            Tapered.plan(strategy, site);
            Watch watch = new Watch();
            Plan plan = Tapered.plan(strategy, site);
            watch.print(
                    strategy.code() + " of one site",
                    LARGE,
                    giving,
                    plan.proof().gap());
        }
    }

    private static void fleet(Strategy strategy, int vehicles, int giving) {
        Watch watch = new Watch();
        double gap = IntStream.range(0, vehicles / PER_SITE)
                .parallel()
                .mapToDouble(index -> Tapered.plan(strategy, site(index, PER_SITE, giving))
                        .proof()
                        .gap())
                .filter(known -> !Double.isNaN(known))
                .max()
                .orElse(0);
        watch.print(strategy.code(), vehicles, giving, gap);
    }

    /** By the clock, and by all processors. */
    private static final class Watch {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final long begun = System.nanoTime();
        private final long used = SYSTEM.getProcessCpuTime();

        void print(String what, int vehicles, int giving, double gap) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            double processor = (SYSTEM.getProcessCpuTime() - used) / 1e9;
            double each = seconds / vehicles * 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d, %d %%, %.2f, %.2f, %.1f, %.6f%n",
                    what,
                    vehicles,
                    giving,
                    seconds,
                    processor,
                    each,
                    gap);
        }
    }

    /** The same for the same index. */
    static SiteCase site(int index, int vehicles, int giving) {
        Random random = new Random(index);
        List<Stay> stays = new ArrayList<>(vehicles);
        double chargers = 0;
        for (int i = 0; i < vehicles; i++) {
            Stay stay = stay(String.format(Locale.ROOT, "%d-%05d", index, i), giving, random);
            chargers += stay.powerKw();
            stays.add(stay);
        }
        double[] base = new double[DAY.slots()];
        double[] sun = new double[DAY.slots()];
        for (int slot = 0; slot < base.length; slot++) {
            base[slot] = vehicles * (0.5 + 0.5 * Math.sin(2 * Math.PI * slot / 96));
            sun[slot] = vehicles * Math.max(0, Math.cos(2 * Math.PI * (slot - 4) / 96));
        }
        Site site = new Site("s", vehicles + chargers * 0.5, 0, VoltageLevel.MV, base, sun);
        return SiteCase.of(site, DAY, PRICES, 0.05, stays);
    }

    private static Stay stay(String id, int giving, Random random) {
        boolean fast = random.nextInt(10) == 0;
        Charger charger = fast
                ? new Charger(ChargerClass.DC_FAST, 50)
                : new Charger(ChargerClass.AC, random.nextBoolean() ? 11 : 7);
        Vehicle vehicle = new Vehicle(id, 40 + random.nextInt(50), 11, 100, random.nextInt(100) < giving);
        long from = DAY.startS() + 60 * random.nextInt(fast ? 1_300 : 600);
        long to = Math.min(DAY.endS(), from + 60 * (fast ? 60 : 360 + random.nextInt(480)));
        double soc = 0.2 + 0.45 * random.nextDouble();
        Phase phase = Phase.values()[random.nextInt(4)];
        return new Stay(vehicle, "s", from, to, soc, 0.6 + 0.3 * random.nextDouble(), charger, phase);
    }

    private static void feeders() {
        long begun = System.nanoTime();
        double lowest = IntStream.range(0, FEEDERS)
                .parallel()
                .mapToDouble(EnergyThroughput::feeder)
                .min()
                .orElse(1);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d feeders of 33 buses x 96 slots: %.2f s, lowest voltage %.4f%n",
                FEEDERS,
                seconds,
                lowest);
    }

    private static double feeder(int index) {
        FeederSweep sweep = new FeederSweep(BaranWu.feeder());
        double[] kw = BaranWu.kw();
        double[] kvar = BaranWu.kvar();
        double[] loaded = new double[kw.length];
        double lowest = 1;
        for (int slot = 0; slot < 96; slot++) {
            for (int bus = 0; bus < kw.length; bus++) {
                loaded[bus] = kw[bus] * (0.5 + (index * 31 + slot * 17 + bus * 7) % 100 / 150.0);
            }
            sweep.solve(loaded, kvar);
            lowest = Math.min(lowest, sweep.lowestVoltage());
        }
        return lowest;
    }
}
