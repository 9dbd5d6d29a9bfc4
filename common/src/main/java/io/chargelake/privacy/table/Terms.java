package io.chargelake.privacy.table;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** The unknown nodes of an equation with their factors, in the one form that all ways of writing the equation share. */
record Terms(int[] nodes, int[] factors) implements Comparable<Terms> {
    /** Empty if nothing of the equation is unknown. */
    static Optional<Terms> of(Equation equation, ToIntFunction<String> nodeOf, IntPredicate isUnknown) {
        Map<Integer, Integer> factors = new TreeMap<>();
        equation.left().forEach(key -> factors.merge(nodeOf.applyAsInt(key), 1, Integer::sum));
        equation.right().forEach(key -> factors.merge(nodeOf.applyAsInt(key), -1, Integer::sum));
        factors.entrySet().removeIf(term -> term.getValue() == 0 || !isUnknown.test(term.getKey()));
        if (factors.isEmpty()) {
            return Optional.empty();
        }
        int sign = Integer.signum(factors.values().iterator().next());
        int[] nodes = factors.keySet().stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(new Terms(
                nodes,
                factors.values().stream().mapToInt(factor -> sign * factor).toArray()));
    }

    @Override
    public int compareTo(Terms other) {
        int byNodes = Arrays.compare(nodes, other.nodes);
        return byNodes != 0 ? byNodes : Arrays.compare(factors, other.factors);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Terms that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nodes) + Arrays.hashCode(factors);
    }

    @Override
    public String toString() {
        return "Terms[nodes=" + Arrays.toString(nodes) + ", factors=" + Arrays.toString(factors) + "]";
    }
}
