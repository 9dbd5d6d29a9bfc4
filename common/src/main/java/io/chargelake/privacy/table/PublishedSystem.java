package io.chargelake.privacy.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All cells of a delivery, of those linked with it and of earlier ones, and every equation between them, ready for
 * search. The same system comes of any order of cells and equations.
 *
 * <p>Cells that an equation says are equal become one node, so that a delivery repeated or corrected stays as simple as
 * the first; nodes that are known anyway are dropped from the equations. Building it takes time linear in cells and
 * terms but for sorting.
 */
public final class PublishedSystem {
    private final List<Cell> cells;
    private final int[] nodeOfCell;
    private final List<Node> nodes;
    private final Incidence incidence;
    private final Map<String, Integer> byKey;

    private PublishedSystem(List<Cell> cells, int[] nodeOfCell, List<Node> nodes, Incidence incidence) {
        this.cells = cells;
        this.nodeOfCell = nodeOfCell;
        this.nodes = nodes;
        this.incidence = incidence;
        this.byKey = indexed(cells);
    }

    public static PublishedSystem of(List<Cell> cells, List<Equation> equations) {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparing(Cell::key));
        Map<String, Integer> byKey = indexed(sorted);
        equations.forEach(equation -> requireHolds(equation, sorted, byKey));
        Equals equals = Equals.of(sorted.size(), equations, byKey);
        int[] nodeOfCell = equals.groups();
        List<Node> nodes = Node.merged(sorted, nodeOfCell);
        TreeSet<Terms> terms = new TreeSet<>();
        for (Equation equation : equations) {
            Terms.of(equation, key -> nodeOfCell[byKey.get(key)], node -> !nodes.get(node)
                            .isKnown())
                    .ifPresent(terms::add);
        }
        return new PublishedSystem(sorted, nodeOfCell, nodes, Incidence.of(nodes.size(), terms));
    }

    /** By key. */
    List<Cell> cells() {
        return cells;
    }

    int nodeOf(int cell) {
        return nodeOfCell[cell];
    }

    int nodeOf(String key) {
        Integer cell = byKey.get(key);
        if (cell == null) {
            throw new IllegalArgumentException("Cannot find cell " + key + ": no cell of the system has this key");
        }
        return nodeOfCell[cell];
    }

    List<Node> nodes() {
        return nodes;
    }

    Node node(int node) {
        return nodes.get(node);
    }

    Incidence incidence() {
        return incidence;
    }

    private static Map<String, Integer> indexed(List<Cell> sorted) {
        Map<String, Integer> byKey = new HashMap<>(sorted.size() * 2);
        for (int i = 0; i < sorted.size(); i++) {
            if (byKey.put(sorted.get(i).key(), i) != null) {
                throw new IllegalArgumentException("Cannot build system: two cells have the key "
                        + sorted.get(i).key());
            }
        }
        return byKey;
    }

    /** An equation that is wrong by one unit would make every interval worked out from it wrong. */
    private static void requireHolds(Equation equation, List<Cell> cells, Map<String, Integer> byKey) {
        long left = sum(equation.left(), cells, byKey);
        long right = sum(equation.right(), cells, byKey);
        if (left != right) {
            throw new IllegalArgumentException("Cannot build system: " + equation.left() + " is " + left
                    + " and not the " + right + " of " + equation.right().size() + " cells on the other side");
        }
    }

    private static long sum(List<String> keys, List<Cell> cells, Map<String, Integer> byKey) {
        long sum = 0;
        for (String key : keys) {
            Integer cell = byKey.get(key);
            if (cell == null) {
                throw new IllegalArgumentException("Cannot build system: an equation names the unknown cell " + key);
            }
            sum = Math.addExact(sum, cells.get(cell).value());
        }
        return sum;
    }
}
