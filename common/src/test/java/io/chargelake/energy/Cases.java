package io.chargelake.energy;

import io.chargelake.energy.replay.Outcome;
import io.chargelake.energy.replay.Replay;
import io.chargelake.energy.replay.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Small sites drawn by chance, as hard as the traits that are asked for make them. */
public record Cases(int slots, int vehicles, List<Trait> traits) {
    public static final Horizon DAY = new Horizon(1_735_689_600L, 96, 900);

    /** What makes a case harder. */
    public enum Trait {
        GIVES_BACK,
        LIMITED,
        EXPORT,
        NEGATIVE,
        SELLS_ABOVE,
        OUTSIDE_BAND,
        SUN
    }

    public static Cases of(int slots, int vehicles, Trait... traits) {
        return new Cases(slots, vehicles, List.of(traits));
    }

    public SiteCase draw(Random random) {
        Horizon horizon = new Horizon(1_735_689_600L, slots, random.nextBoolean() ? 900 : 3_600);
        SlotPrices prices = prices(random);
        int count = 1 + random.nextInt(vehicles);
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stays.add(stay("v" + i, horizon, random));
        }
        return SiteCase.of(site(horizon, stays, random), horizon, prices, random.nextInt(3) * 0.02, stays);
    }

    private boolean has(Trait trait) {
        return traits.contains(trait);
    }

    private Site site(Horizon horizon, List<Stay> stays, Random random) {
        double all = stays.stream().mapToDouble(Stay::powerKw).sum();
        double[] base = random.doubles(horizon.slots(), 0, all).toArray();
        double[] sun =
                has(Trait.SUN) ? random.doubles(horizon.slots(), 0, 2 * all).toArray() : new double[horizon.slots()];
        double limit = has(Trait.LIMITED) ? all * (0.3 + random.nextDouble()) : Double.POSITIVE_INFINITY;
        return new Site("s", limit, 0, VoltageLevel.LV, base, sun);
    }

    private SlotPrices prices(Random random) {
        double[] buy = random.doubles(slots, has(Trait.NEGATIVE) ? -0.5 : 0.05, 1)
                .map(Cases::rounded)
                .toArray();
        double[] sell = Arrays.stream(buy)
                .map(price -> has(Trait.SELLS_ABOVE) ? price + 0.3 * random.nextDouble() : price * random.nextDouble())
                .toArray();
        boolean[] peak = new boolean[slots];
        for (int slot = 0; slot < slots; slot++) {
            peak[slot] = buy[slot] > 0.6;
        }
        return new SlotPrices(buy, has(Trait.EXPORT) ? sell : null, peak, 0);
    }

    /** Equal prices happen. */
    private static double rounded(double price) {
        return Math.round(price * 20) / 20.0;
    }

    private Stay stay(String id, Horizon horizon, Random random) {
        double battery = 20 + random.nextInt(60);
        boolean gives = has(Trait.GIVES_BACK) && random.nextInt(4) > 0;
        Vehicle vehicle = new Vehicle(id, battery, 7 + random.nextInt(15), 50, gives);
        long length = horizon.endS() - horizon.startS();
        long a = horizon.startS() + (long) (random.nextDouble() * length);
        long b = horizon.startS() + (long) (random.nextDouble() * length);
        double from = has(Trait.OUTSIDE_BAND) ? random.nextDouble() : 0.2 + 0.69 * random.nextDouble();
        double target = 0.2 + 0.8 * random.nextDouble();
        Charger charger =
                random.nextInt(4) > 0 ? new Charger(ChargerClass.AC, 11) : new Charger(ChargerClass.DC_FAST, 50);
        Phase phase = Phase.values()[random.nextInt(4)];
        return new Stay(vehicle, "s", Math.min(a, b), Math.max(a, b), from, target, charger, phase);
    }

    public static Outcome replay(Plan plan) {
        return replay(plan, plan.site());
    }

    public static Outcome replay(Plan plan, SiteCase site) {
        List<Schedule> schedules = IntStream.range(0, site.count())
                .mapToObj(stay -> new Schedule(site.stay(stay), plan.powerKw(stay)))
                .toList();
        return Replay.of(site.site(), site.horizon(), site.prices(), site.wear(), schedules);
    }

    /** Without what the replay alone knows of: alternating current does not taper. */
    public static SiteCase onAlternatingCurrent(SiteCase site) {
        return mapped(
                site,
                stay -> new Stay(
                        stay.vehicle(),
                        stay.siteId(),
                        stay.arrivalS(),
                        stay.departureS(),
                        stay.socArrival(),
                        stay.socTarget(),
                        new Charger(ChargerClass.AC, stay.charger().powerKw()),
                        stay.phase()));
    }

    public static SiteCase mapped(SiteCase site, UnaryOperator<Stay> change) {
        List<Stay> stays = site.stays().stream().map(change).toList();
        return SiteCase.of(site.site(), site.horizon(), site.prices(), site.wear(), stays);
    }
}
