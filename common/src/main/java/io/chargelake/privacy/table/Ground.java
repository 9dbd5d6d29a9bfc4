package io.chargelake.privacy.table;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a search may go: the suppressed nodes, which cost nothing, and if it may suppress more also open ones at their
 * cost. Keeps what directions found so far have moved, and which nodes they would suppress.
 */
final class Ground {
    private final PublishedSystem system;
    private final Suppressed suppressed;
    private final Reach reach;
    private final Deviations deviations;
    private final TreeSet<Integer> wanted = new TreeSet<>();

    enum Reach {
        SUPPRESSED_ONLY,
        SUPPRESSING_MORE
    }

    Ground(PublishedSystem system, Suppressed suppressed, Reach reach) {
        this.system = system;
        this.suppressed = suppressed;
        this.reach = reach;
        deviations = new Deviations(system);
    }

    PublishedSystem system() {
        return system;
    }

    void clear() {
        deviations.clear();
        wanted.clear();
    }

    /** Back to the true values, what is wanted kept: the way down is another proof than the way up. */
    void standStill() {
        deviations.clear();
    }

    void move(Direction direction, long amount) {
        deviations.add(direction, amount);
        direction.moves().keySet().stream()
                .filter(node -> !suppressed.contains(node))
                .forEach(wanted::add);
    }

    /** What must be suppressed for the directions found to exist. */
    SortedSet<Integer> wanted() {
        return wanted;
    }

    /** How many terms of an equation a search has to look at. */
    int count(int equation) {
        return reach == Reach.SUPPRESSED_ONLY
                ? suppressed.count(equation)
                : system.incidence().endTerm(equation) - system.incidence().firstTerm(equation);
    }

    int term(int equation, int i) {
        return reach == Reach.SUPPRESSED_ONLY
                ? suppressed.term(equation, i)
                : system.incidence().firstTerm(equation) + i;
    }

    /** Whether no direction here costs anything, so that any is as good as another. */
    boolean isAllFree() {
        return reach == Reach.SUPPRESSED_ONLY;
    }

    boolean isUsable(int node) {
        return suppressed.contains(node)
                || (reach == Reach.SUPPRESSING_MORE && system.node(node).isOpen());
    }

    boolean hasRoom(int node, int move, Demand demand) {
        return deviations.room(node) >= demand.roomFor(move);
    }

    /** At least 1, so that of equally cheap directions the shortest is found. */
    long cost(int node) {
        return suppressed.contains(node) || wanted.contains(node)
                ? 1
                : system.node(node).cost() + 1;
    }
}
