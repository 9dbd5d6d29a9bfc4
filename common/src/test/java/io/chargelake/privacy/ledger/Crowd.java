package io.chargelake.privacy.ledger;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Coordinates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Vehicles that charge in a box of zones, hours and perhaps weekdays, and what each gave to every cell and margin. Some
 * cells have a few vehicles only, and some vehicles charge in several cells.
 */
public record Crowd(Map<Coordinates, Map<Long, Long>> given) {
    private static final List<String> NAMES = List.of("zone", "hour", "weekday");
    private static final CellRules RULES = new CellRules(CellSettings.DEFAULTS);

    /** What a published margin less its published cells depends on. */
    public record Rest(String margin, Set<String> suppressed, Map<Long, Long> given) {
        public boolean isOfFew() {
            return !given.isEmpty() && given.size() < DifferenceSketch.MANY;
        }
    }

    public static Crowd flat(Random random) {
        return of(random, 4 + random.nextInt(4), 4 + random.nextInt(5));
    }

    public static Crowd deep(Random random) {
        return of(random, 3 + random.nextInt(2), 3, 2 + random.nextInt(3));
    }

    static Crowd of(Random random, int... sizes) {
        double sparse = 0.1 + 0.2 * random.nextDouble();
        Map<Coordinates, Map<Long, Long>> given = new HashMap<>();
        for (Map<String, String> place : places(sizes)) {
            int vehicles = random.nextDouble() < sparse ? random.nextInt(4) : 11 + random.nextInt(15);
            for (int i = 0; i < vehicles; i++) {
                long vehicle = 1 + (random.nextInt(5) == 0 ? random.nextInt(20) : random.nextInt(1_000_000));
                addEverywhere(place, vehicle, 5 + random.nextInt(10), given);
            }
        }
        return new Crowd(given);
    }

    private static List<Map<String, String>> places(int... sizes) {
        List<Map<String, String>> places = List.of(Map.of());
        for (int i = 0; i < sizes.length; i++) {
            List<Map<String, String>> finer = new ArrayList<>();
            for (Map<String, String> place : places) {
                for (int value = 0; value < sizes[i]; value++) {
                    Map<String, String> more = new TreeMap<>(place);
                    more.put(NAMES.get(i), Integer.toString(value));
                    finer.add(more);
                }
            }
            places = finer;
        }
        return places;
    }

    private static void addEverywhere(
            Map<String, String> place, long vehicle, long value, Map<Coordinates, Map<Long, Long>> given) {
        List<String> dimensions = List.copyOf(place.keySet());
        for (int subset = 0; subset < 1 << dimensions.size(); subset++) {
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < dimensions.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    kept.add(dimensions.get(i));
                }
            }
            given.computeIfAbsent(Coordinates.of(place).onto(kept), at -> new TreeMap<>())
                    .merge(vehicle, value, Long::sum);
        }
    }

    public Candidate candidate(String id) {
        return new Candidate(
                "cars",
                id,
                given.entrySet().stream()
                        .map(cell -> measured(cell.getKey(), cell.getValue()))
                        .sorted((a, b) ->
                                a.coordinates().key().compareTo(b.coordinates().key()))
                        .toList());
    }

    private static MeasuredCell measured(Coordinates at, Map<Long, Long> given) {
        Contributions all =
                given.values().stream().map(Contributions::of).reduce(Contributions.NONE, Contributions::plus);
        DifferenceSketch sketch = given.entrySet().stream()
                .map(one -> DifferenceSketch.of(one.getKey(), one.getValue()))
                .reduce(DifferenceSketch.EMPTY, DifferenceSketch::plus);
        long protection =
                RULES.judgeSum(CellMakeup.of(ContributorKind.VEHICLE, all)).protection();
        return new MeasuredCell(at, "energy", sketch, all.total(), protection);
    }

    /**
     * By plain subtraction, vehicle by vehicle: of every published cell those of every finer table that are published.
     *
     * @param published the names of cells
     */
    public List<Rest> rests(String id, Set<String> published) {
        List<Rest> rests = new ArrayList<>();
        Set<Set<String>> tables = new HashSet<>();
        given.keySet().forEach(at -> tables.add(at.dimensions()));
        for (Coordinates margin : given.keySet()) {
            for (Set<String> finer : tables) {
                if (published.contains(name(id, margin))
                        && finer.size() > margin.dimensions().size()
                        && finer.containsAll(margin.dimensions())) {
                    Rest rest = rest(id, margin, finer, published);
                    if (!rest.suppressed().isEmpty()) {
                        rests.add(rest);
                    }
                }
            }
        }
        return rests;
    }

    private Rest rest(String id, Coordinates margin, Set<String> finer, Set<String> published) {
        Map<Long, Long> left = new TreeMap<>(given.get(margin));
        Set<String> suppressed = new TreeSet<>();
        given.forEach((at, ofCell) -> {
            if (!at.dimensions().equals(finer) || !at.onto(margin.dimensions()).equals(margin)) {
                return;
            }
            if (published.contains(name(id, at))) {
                ofCell.forEach((vehicle, value) -> left.merge(vehicle, -value, Long::sum));
            } else {
                suppressed.add(name(id, at));
            }
        });
        left.values().removeIf(value -> value == 0);
        return new Rest(name(id, margin), suppressed, left);
    }

    private static String name(String id, Coordinates at) {
        return MeasuredCell.name(id, "energy", at);
    }
}
