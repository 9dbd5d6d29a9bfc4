package io.chargelake.privacy.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Groups of cells that equations of one cell on each side say are equal, by union and find. */
final class Equals {
    private final int[] parent;

    private Equals(int cells) {
        parent = new int[cells];
        Arrays.setAll(parent, i -> i);
    }

    static Equals of(int cells, List<Equation> equations, Map<String, Integer> byKey) {
        Equals equals = new Equals(cells);
        for (Equation equation : equations) {
            if (equation.left().size() == 1 && equation.right().size() == 1) {
                equals.join(
                        byKey.get(equation.left().get(0)),
                        byKey.get(equation.right().get(0)));
            }
        }
        return equals;
    }

    /** The number of each cell's group, counted in the order of cells. */
    int[] groups() {
        int[] groups = new int[parent.length];
        int next = 0;
        for (int i = 0; i < parent.length; i++) {
            int root = root(i);
            groups[i] = root == i ? next++ : groups[root];
        }
        return groups;
    }

    /** The lesser root stays one, so that a group's number is known when its other cells are met. */
    private void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
