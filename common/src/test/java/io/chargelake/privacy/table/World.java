package io.chargelake.privacy.table;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.cell.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Tables of vehicles that each charge once, somewhere in a box of zones, hours and weekdays: a few zones are busy and
 * most vehicles alike, some large.
 */
public record World(Map<Coordinates, Contributions> cells) {
    private static final List<String> NAMES = List.of("zone", "hour", "weekday");
    private static final CellRules RULES = new CellRules(CellSettings.DEFAULTS);

    /** All margins of a box. */
    public static World box(Random random, int vehicles, int... sizes) {
        return of(random, vehicles, allTables(sizes.length), size -> skewed(random, size), sizes);
    }

    /** All margins of a box whose zones are about equally busy. */
    public static World evenBox(Random random, int vehicles, int... sizes) {
        return of(random, vehicles, allTables(sizes.length), random::nextInt, sizes);
    }

    private static List<Set<String>> allTables(int dimensions) {
        List<Set<String>> tables = new ArrayList<>();
        for (int subset = 0; subset < 1 << dimensions; subset++) {
            Set<String> table = new HashSet<>();
            for (int i = 0; i < dimensions; i++) {
                if ((subset >> i & 1) == 1) {
                    table.add(NAMES.get(i));
                }
            }
            tables.add(table);
        }
        return tables;
    }

    /** Zones by hours and zones by weekdays, that share the zones' totals: no hour is ever told of a weekday. */
    public static World linked(Random random, int vehicles, int... sizes) {
        return of(
                random,
                vehicles,
                List.of(
                        Set.of("zone", "hour"),
                        Set.of("zone", "weekday"),
                        Set.of("zone"),
                        Set.of("hour"),
                        Set.of("weekday"),
                        Set.of()),
                size -> skewed(random, size),
                sizes);
    }

    public List<Cell> asCells() {
        List<Cell> made = new ArrayList<>();
        cells.forEach((coordinates, contributions) -> {
            Verdict verdict = RULES.judgeSum(CellMakeup.of(ContributorKind.VEHICLE, contributions));
            made.add(
                    verdict.isSafe()
                            ? Cell.open(coordinates.key(), contributions.total())
                            : Cell.unsafe(coordinates.key(), contributions.total(), verdict.protection()));
        });
        return made;
    }

    public List<Equation> equations() {
        return Margins.equations(cells.keySet(), UnaryOperator.identity());
    }

    public PublishedSystem system() {
        return PublishedSystem.of(asCells(), equations());
    }

    public static Set<String> unsafe(Collection<Cell> cells) {
        Set<String> keys = new HashSet<>();
        cells.stream().filter(cell -> cell.fate() == Fate.UNSAFE).forEach(cell -> keys.add(cell.key()));
        return keys;
    }

    private static World of(
            Random random, int vehicles, List<Set<String>> tables, IntUnaryOperator pick, int... sizes) {
        Map<Coordinates, Contributions> finest = new TreeMap<>((a, b) -> a.key().compareTo(b.key()));
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            TreeMap<String, String> place = new TreeMap<>();
            for (int i = 0; i < sizes.length; i++) {
                place.put(NAMES.get(i), Integer.toString(pick.applyAsInt(sizes[i])));
            }
            long value = 1L + random.nextInt(random.nextInt(30) == 0 ? 100_000_000 : 20_000_000);
            finest.merge(new Coordinates(place), Contributions.of(value), Contributions::plus);
        }
        Map<Coordinates, Contributions> all = new TreeMap<>((a, b) -> a.key().compareTo(b.key()));
        for (Set<String> table : tables) {
            finest.forEach((cell, given) -> all.merge(cell.onto(table), given, Contributions::plus));
        }
        return new World(all);
    }

    /** Low numbers more often. */
    private static int skewed(Random random, int size) {
        return (int) (size * Math.pow(random.nextDouble(), 1.2));
    }

    /** Of a size at which the linear programs of a test are small; about 20 vehicles a cell, so that a few are unsafe. */
    public static World small(Random random) {
        int each = 12 + random.nextInt(14);
        int zones = 3 + random.nextInt(4);
        int hours = 3 + random.nextInt(5);
        return switch (random.nextInt(4)) {
            case 0 -> box(random, 2 * zones * each, 2 * zones);
            case 1 -> box(random, zones * hours * each, zones, hours);
            case 2 -> box(random, zones * 9 * each, zones, 3, 3);
            default -> linked(random, zones * hours * each, zones, hours, hours);
        };
    }
}
