package io.chargelake.energy.strategy;

import io.chargelake.energy.Cases;
import io.chargelake.energy.Charger;
import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.Horizon;
import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.Stay;
import io.chargelake.energy.Tariffs;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.VoltageLevel;
import io.chargelake.energy.replay.Breach;
import io.chargelake.energy.replay.Outcome;
import io.chargelake.energy.replay.Replay;
import io.chargelake.energy.replay.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Schedules of others and ours for the same stays, both replayed; and a general solver beside ours. Not a test: run main from the test class
 * path with a folder of {@code generate fleet} (CSV) and one of schedules, as {@code bench/energy/peers.py} writes them.
 */
final class EnergyPeers {
    private static final int SLOT_S = 900;

    private final Horizon horizon;
    private final SlotPrices prices;
    private final List<SiteCase> sites = new ArrayList<>();

    private EnergyPeers(Path fleet) throws IOException {
        List<Map<String, String>> stays = read(fleet.resolve("stays.csv")).stream()
                .filter(row -> row.get("charger_class").equals("AC"))
                .toList();
        long first = stays.stream()
                .mapToLong(row -> second(row.get("arrival")))
                .min()
                .orElseThrow();
        long last = stays.stream()
                .mapToLong(row -> second(row.get("departure")))
                .max()
                .orElseThrow();
        long start = Math.floorDiv(first, SLOT_S) * SLOT_S;
        horizon = new Horizon(start, (int) ((last - start + SLOT_S - 1) / SLOT_S), SLOT_S);
        prices = Tariffs.ONEE.over(horizon);
        Map<String, double[][]> loads = loads(read(fleet.resolve("site_slots.csv")));
        for (Map<String, String> row : read(fleet.resolve("sites.csv"))) {
            String id = row.get("site_id");
            double[][] load = loads.get(id);
            Site site = new Site(
                    id, number(row, "limit_kw"), 0, VoltageLevel.valueOf(row.get("voltage_level")), load[0], load[1]);
            List<Stay> own = stays.stream()
                    .filter(stay -> stay.get("site_id").equals(id))
                    .map(EnergyPeers::stay)
                    .toList();
            sites.add(SiteCase.of(site, horizon, prices, 0, own));
        }
    }

    public static void main(String[] args) throws IOException {
        EnergyPeers peers = new EnergyPeers(Path.of(args[0]));
        System.out.println("who, s, kWh, cost, cost per kWh, unmet kWh, breaches");
        try (Stream<Path> files = Files.list(Path.of(args[1]))) {
            for (Path file : files.sorted().toList()) {
                peers.replay(file);
            }
        }
        List<Strategy> ours = new ArrayList<>(List.of(new Uncontrolled()));
        ours.addAll(Strategy.all());
        for (Strategy strategy : ours) {
            peers.plan(strategy.code(), strategy::plan);
            peers.plan(strategy.code(), strategy::plan);
        }
        peers.solve();
    }

    private void replay(Path file) throws IOException {
        Map<String, double[]> kw = new HashMap<>();
        for (Map<String, String> row : read(file)) {
            double[] of = kw.computeIfAbsent(
                    key(row.get("vehicle_id"), second(row.get("arrival"))), k -> new double[horizon.slots()]);
            of[horizon.slotOf(second(row.get("slot_start")))] = number(row, "power_kw");
        }
        Function<Stay, double[]> schedule =
                stay -> kw.getOrDefault(key(stay.vehicle().id(), stay.arrivalS()), new double[horizon.slots()]);
        print(
                file.getFileName().toString().replace(".csv", ""),
                Double.NaN,
                sites.stream()
                        .map(site -> Replay.of(
                                site.site(),
                                horizon,
                                prices,
                                0,
                                site.stays().stream()
                                        .map(stay -> new Schedule(stay, schedule.apply(stay)))
                                        .toList()))
                        .toList());
    }

    private void plan(String name, Function<SiteCase, Plan> strategy) {
        long begun = System.nanoTime();
        List<Plan> plans = sites.stream().map(strategy).toList();
        double seconds = (System.nanoTime() - begun) / 1e9;
        print(name, seconds, plans.stream().map(Cases::replay).toList());
    }

    /** The first sites only: a general solver takes long. */
    private void solve() {
        for (SiteCase site : sites.subList(0, Math.min(4, sites.size()))) {
            if (site.count() > 0) {
                solve(site);
            }
        }
    }

    private static void solve(SiteCase site) {
        long begun = System.nanoTime();
        Plan plan = new PriceOptimisation().plan(site);
        double ours = (System.nanoTime() - begun) / 1e9;
        begun = System.nanoTime();
        Program.Optimum best = Program.of(site, Program.everywhere(site, false))
                .limited()
                .costing()
                .solve();
        double theirs = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "linear program of %s (%d stays): ours %.6f in %.4f s, ojAlgo %.6f in %.2f s%n",
                site.site().id(),
                site.count(),
                plan.proof().objective(),
                ours,
                best.value(),
                theirs);
    }

    private static void print(String who, double seconds, List<Outcome> outcomes) {
        double kwh = outcomes.stream().mapToDouble(o -> o.energy().drawn()).sum();
        double cost = outcomes.stream().mapToDouble(o -> o.bill().total()).sum();
        double unmet =
                outcomes.stream().mapToDouble(o -> o.service().unmetKwh()).sum();
        Map<Breach.Kind, Long> breaches = outcomes.stream()
                .flatMap(o -> o.breaches().stream())
                .collect(Collectors.groupingBy(Breach::kind, Collectors.counting()));
        System.out.printf(
                Locale.ROOT,
                "%s, %.3f, %.1f, %.1f, %.4f, %.1f, %s%n",
                who,
                seconds,
                kwh,
                cost,
                cost / kwh,
                unmet,
                breaches);
    }

    private static Stay stay(Map<String, String> row) {
        Vehicle vehicle = new Vehicle(
                row.get("vehicle_id"), number(row, "battery_kwh"), number(row, "ac_kw"), number(row, "dc_kw"), false);
        return new Stay(
                vehicle,
                row.get("site_id"),
                second(row.get("arrival")),
                second(row.get("departure")),
                number(row, "soc_arrival") / 100,
                number(row, "soc_target") / 100,
                new Charger(ChargerClass.AC, number(row, "charger_kw")),
                Phase.ALL);
    }

    private Map<String, double[][]> loads(List<Map<String, String>> rows) {
        Map<String, double[][]> loads = new HashMap<>();
        for (Map<String, String> row : rows) {
            long at = second(row.get("slot_start"));
            if (at >= horizon.startS() && at < horizon.endS()) {
                double[][] of = loads.computeIfAbsent(row.get("site_id"), id -> new double[2][horizon.slots()]);
                of[0][horizon.slotOf(at)] = number(row, "base_kw");
                of[1][horizon.slotOf(at)] = number(row, "solar_kw");
            }
        }
        return loads;
    }

    private static String key(String vehicle, long arrivalS) {
        return vehicle + "@" + arrivalS;
    }

    private static long second(String text) {
        return Instant.parse(text).getEpochSecond();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<Map<String, String>> read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] header = lines.get(0).split(",");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < header.length; i++) {
                        row.put(header[i], cells[i].strip());
                    }
                    return row;
                })
                .toList();
    }
}
