package io.chargelake.privacy.table;

import java.util.Arrays;
import java.util.Collection;

/**
 * Which node stands in which equation with which factor, from both sides, in flat arrays: a term has a number, and the
 * terms of an equation follow each other.
 *
 * <p>A node of a single equation also stands, with factor 0, in a last one that is none: {@link #outside()}. So a
 * deviation may leave the system there, and every node of a table with both margins stands in exactly two.
 */
final class Incidence {
    private final int[] firstTerm;
    private final int[] nodeOfTerm;
    private final int[] factorOfTerm;
    private final int[] firstPlace;
    private final int[] equationOfPlace;
    private final int[] factorOfPlace;

    private Incidence(int[] firstTerm, int[] nodeOfTerm, int[] factorOfTerm, int nodes) {
        this.firstTerm = firstTerm;
        this.nodeOfTerm = nodeOfTerm;
        this.factorOfTerm = factorOfTerm;
        firstPlace = starts(nodeOfTerm, nodes);
        equationOfPlace = new int[nodeOfTerm.length];
        factorOfPlace = new int[nodeOfTerm.length];
        int[] next = firstPlace.clone();
        for (int equation = 0; equation < firstTerm.length - 1; equation++) {
            for (int term = firstTerm[equation]; term < firstTerm[equation + 1]; term++) {
                int place = next[nodeOfTerm[term]]++;
                equationOfPlace[place] = equation;
                factorOfPlace[place] = factorOfTerm[term];
            }
        }
    }

    static Incidence of(int nodes, Collection<Terms> equations) {
        int[] uses = new int[nodes];
        equations.forEach(equation -> Arrays.stream(equation.nodes()).forEach(node -> uses[node]++));
        int inside = Arrays.stream(uses).sum();
        int single = (int) Arrays.stream(uses).filter(use -> use == 1).count();
        int[] firstTerm = new int[equations.size() + 2];
        int[] nodeOfTerm = new int[inside + single];
        int[] factorOfTerm = new int[inside + single];
        int term = 0;
        int number = 0;
        for (Terms equation : equations) {
            int length = equation.nodes().length;
            System.arraycopy(equation.nodes(), 0, nodeOfTerm, term, length);
            System.arraycopy(equation.factors(), 0, factorOfTerm, term, length);
            term += length;
            firstTerm[++number] = term;
        }
        for (int node = 0; node < nodes; node++) {
            if (uses[node] == 1) {
                nodeOfTerm[term++] = node;
            }
        }
        firstTerm[++number] = term;
        return new Incidence(firstTerm, nodeOfTerm, factorOfTerm, nodes);
    }

    /** The equation that is none, and the number of those that are. */
    int outside() {
        return firstTerm.length - 2;
    }

    int firstTerm(int equation) {
        return firstTerm[equation];
    }

    int endTerm(int equation) {
        return firstTerm[equation + 1];
    }

    int nodeOfTerm(int term) {
        return nodeOfTerm[term];
    }

    int factorOfTerm(int term) {
        return factorOfTerm[term];
    }

    /** Where the list of a node's equations begins; the outside comes last. */
    int firstPlace(int node) {
        return firstPlace[node];
    }

    int endPlace(int node) {
        return firstPlace[node + 1];
    }

    int places(int node) {
        return firstPlace[node + 1] - firstPlace[node];
    }

    int equationOfPlace(int place) {
        return equationOfPlace[place];
    }

    int factorOfPlace(int place) {
        return factorOfPlace[place];
    }

    private static int[] starts(int[] nodeOfTerm, int nodes) {
        int[] starts = new int[nodes + 1];
        for (int node : nodeOfTerm) {
            starts[node + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            starts[node + 1] += starts[node];
        }
        return starts;
    }
}
