package io.chargelake.privacy.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The equations within a delivery: each cell is the sum of those of every next finer table. Linked tables need no more,
 * since they meet in the margins they share; a hierarchy is a dimension for each of its levels.
 */
public final class Margins {
    private Margins() {}

    /**
     * One for each cell that is a sum of others.
     *
     * @param cells of one measure; all with contributors, of every table of the delivery, suppressed or not
     * @param nameOf makes a cell's key in the system of the key of its coordinates
     */
    public static List<Equation> equations(Collection<Coordinates> cells, UnaryOperator<String> nameOf) {
        Set<Set<String>> tables = new LinkedHashSet<>();
        cells.forEach(cell -> tables.add(new TreeSet<>(cell.dimensions())));
        List<Equation> equations = new ArrayList<>();
        for (Set<String> coarse : tables) {
            for (Set<String> fine : tables) {
                if (isNextFiner(fine, coarse, tables)) {
                    sums(cells, coarse, fine)
                            .forEach((parent, children) -> equations.add(Equation.margin(
                                    nameOf.apply(parent),
                                    children.stream().map(nameOf).toList())));
                }
            }
        }
        return equations;
    }

    private static Map<String, List<String>> sums(Collection<Coordinates> cells, Set<String> coarse, Set<String> fine) {
        Map<String, List<String>> children = new TreeMap<>();
        cells.stream().filter(cell -> cell.dimensions().equals(fine)).forEach(cell -> children.computeIfAbsent(
                        cell.onto(coarse).key(), key -> new ArrayList<>())
                .add(cell.key()));
        return children;
    }

    private static boolean isNextFiner(Set<String> fine, Set<String> coarse, Set<Set<String>> tables) {
        return isFiner(fine, coarse)
                && tables.stream().noneMatch(between -> isFiner(fine, between) && isFiner(between, coarse));
    }

    private static boolean isFiner(Set<String> fine, Set<String> coarse) {
        return fine.size() > coarse.size() && fine.containsAll(coarse);
    }
}
