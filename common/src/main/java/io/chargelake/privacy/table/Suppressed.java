package io.chargelake.privacy.table;

import java.util.Arrays;

/** The nodes that are not published, and for each equation its terms among them. It only grows. */
final class Suppressed {
    private static final int[] NONE = {};

    private final PublishedSystem system;
    private final boolean[] isSuppressed;
    private final int[][] terms;
    private final int[] counts;

    Suppressed(PublishedSystem system) {
        this.system = system;
        isSuppressed = new boolean[system.nodes().size()];
        int equations = system.incidence().outside() + 1;
        terms = new int[equations][];
        Arrays.fill(terms, NONE);
        counts = new int[equations];
    }

    /** All that can't be published whatever else is. */
    static Suppressed unsafe(PublishedSystem system) {
        Suppressed suppressed = new Suppressed(system);
        for (int node = 0; node < system.nodes().size(); node++) {
            Node of = system.node(node);
            if (!of.isKnown() && !of.isOpen()) {
                suppressed.add(node);
            }
        }
        return suppressed;
    }

    boolean contains(int node) {
        return isSuppressed[node];
    }

    void add(int node) {
        if (isSuppressed[node]) {
            return;
        }
        isSuppressed[node] = true;
        Incidence incidence = system.incidence();
        for (int place = incidence.firstPlace(node); place < incidence.endPlace(node); place++) {
            int equation = incidence.equationOfPlace(place);
            append(equation, termOf(node, equation));
        }
    }

    /** How many terms of an equation are suppressed. */
    int count(int equation) {
        return counts[equation];
    }

    int term(int equation, int i) {
        return terms[equation][i];
    }

    private void append(int equation, int term) {
        if (counts[equation] == terms[equation].length) {
            terms[equation] = Arrays.copyOf(terms[equation], 2 * counts[equation] + 2);
        }
        terms[equation][counts[equation]++] = term;
    }

    /** Nodes of an equation are sorted. */
    private int termOf(int node, int equation) {
        Incidence incidence = system.incidence();
        int low = incidence.firstTerm(equation);
        int high = incidence.endTerm(equation) - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (incidence.nodeOfTerm(middle) < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
