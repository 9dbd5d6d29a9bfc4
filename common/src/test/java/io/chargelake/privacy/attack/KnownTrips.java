package io.chargelake.privacy.attack;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.ledger.Candidate;
import io.chargelake.privacy.ledger.LinkedDeliveries;
import io.chargelake.privacy.ledger.MeasureSettings;
import io.chargelake.privacy.ledger.MeasuredCell;
import io.chargelake.privacy.noise.KeyedRounding;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Coordinates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Knows one to four trips of a vehicle, each with zone, hour and energy, and wants to know its type. From an anonymous
 * extract it takes the type that is likeliest at all of these places, from rows those that have all the trips. The bar is
 * how often one is right who knows the commonest type only.
 *
 * @param release the defence: what is delivered, and how types are guessed from it
 */
record KnownTrips(Function<List<Trip>, Guesser> release, int vehicles) implements Attack {
    private static final int VEHICLES_A_ZONE = 800;
    private static final int MOST_KNOWN = 4;
    private static final MeasureSettings ENERGY = new MeasureSettings("energy", 0, 60_000);
    private static final CellRules RULES = new CellRules(CellSettings.DEFAULTS);
    private static final List<String> TYPES = List.of("car", "van", "truck");

    /** What a vehicle used, where and when. */
    record Trip(int vehicle, String type, int zone, int hour, long energy) {
        Coordinates at(String... dimensions) {
            Map<String, String> all = Map.of("zone", "" + zone, "hour", "" + hour, "type", type);
            return Coordinates.of(all).onto(List.of(dimensions));
        }
    }

    /** Says of which type a vehicle is whose trips are known. */
    interface Guesser {
        String guess(List<Trip> known);
    }

    /** Energy by zone, hour and type, and by zone and hour, under the rules, planned and rounded. */
    static Guesser cells(List<Trip> trips) {
        Map<Coordinates, Map<Integer, Long>> given = new HashMap<>();
        for (Trip trip : trips) {
            for (Coordinates at : List.of(trip.at("zone", "hour", "type"), trip.at("zone", "hour"))) {
                given.computeIfAbsent(at, key -> new TreeMap<>()).merge(trip.vehicle(), trip.energy(), Long::sum);
            }
        }
        List<MeasuredCell> cells = new ArrayList<>();
        given.forEach((at, of) -> cells.add(measured(at, of)));
        cells.sort(Comparator.comparing(cell -> cell.coordinates().key()));
        Set<String> unknown = LinkedDeliveries.of(new Candidate("cars", "new", cells), List.of(), ENERGY)
                .plan()
                .suppressed();
        KeyedRounding rounding = new KeyedRounding(AttackKeys.keys().rounding().bytes(), 1_000);
        Map<Coordinates, Long> told = new HashMap<>();
        cells.stream()
                .filter(cell -> !unknown.contains(cell.name("new")))
                .forEach(cell -> told.put(cell.coordinates(), rounding.round("energy", cell.sketch(), cell.total())));
        return known -> likeliest(known, told);
    }

    private static MeasuredCell measured(Coordinates at, Map<Integer, Long> given) {
        Contributions all =
                given.values().stream().map(Contributions::of).reduce(Contributions.NONE, Contributions::plus);
        DifferenceSketch sketch = given.entrySet().stream()
                .map(one -> DifferenceSketch.of(1 + one.getKey(), one.getValue()))
                .reduce(DifferenceSketch.EMPTY, DifferenceSketch::plus);
        long protection =
                RULES.judgeSum(CellMakeup.of(ContributorKind.VEHICLE, all)).protection();
        return new MeasuredCell(at, "energy", sketch, all.total(), protection);
    }

    /** By the product of each type's parts of the cells; what is suppressed counts as a small part. */
    private static String likeliest(List<Trip> known, Map<Coordinates, Long> told) {
        String best = TYPES.get(0);
        double bestScore = Double.NEGATIVE_INFINITY;
        for (String type : TYPES) {
            double score = 0;
            for (Trip trip : known) {
                Trip ofType = new Trip(trip.vehicle(), type, trip.zone(), trip.hour(), trip.energy());
                score += Math.log(told.getOrDefault(ofType.at("zone", "hour", "type"), 100_000L) + 1.0);
            }
            if (score > bestScore) {
                best = type;
                bestScore = score;
            }
        }
        return best;
    }

    /** The mutant: a row a trip, under a pseudonym that is the same all over. */
    static Guesser rows(List<Trip> trips) {
        Map<String, String> typeOf = new HashMap<>();
        Map<String, Set<String>> namesOf = new HashMap<>();
        for (Trip trip : trips) {
            String name = Dictionary.unkeyed("VEH" + trip.vehicle());
            typeOf.put(name, trip.type());
            namesOf.computeIfAbsent(row(trip), key -> new HashSet<>()).add(name);
        }
        return known -> {
            Set<String> names = new HashSet<>(namesOf.get(row(known.get(0))));
            known.forEach(trip -> names.retainAll(namesOf.get(row(trip))));
            return typeOf.get(names.stream().sorted().findFirst().orElseThrow());
        };
    }

    private static String row(Trip trip) {
        return trip.zone() + " " + trip.hour() + " " + trip.energy();
    }

    @Override
    public AttackResult run() {
        Random random = new Random(19);
        List<Trip> trips = new ArrayList<>();
        long common = 0;
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            String type = type(random);
            common += type.equals(TYPES.get(0)) ? 1 : 0;
            for (int i = 0; i < MOST_KNOWN; i++) {
                int zone = random.nextInt(Math.max(1, vehicles / VEHICLES_A_ZONE));
                trips.add(new Trip(vehicle, type, zone, random.nextInt(24), 1_000L + random.nextInt(40_000)));
            }
        }
        Guesser guesser = release.apply(trips);
        long succeeded = 0;
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            List<Trip> own = trips.subList(MOST_KNOWN * vehicle, MOST_KNOWN * (vehicle + 1));
            for (int known = 1; known <= MOST_KNOWN; known++) {
                succeeded +=
                        guesser.guess(own.subList(0, known)).equals(own.get(0).type()) ? 1 : 0;
            }
        }
        return new AttackResult(
                "joining with 1 to 4 known trips",
                (long) MOST_KNOWN * vehicles,
                succeeded,
                (double) common / vehicles + 0.01,
                AttackResult.Measured.UPPER_BOUND);
    }

    private static String type(Random random) {
        int number = random.nextInt(100);
        return TYPES.get(number < 60 ? 0 : number < 85 ? 1 : 2);
    }
}
