package io.chargelake.privacy.table;

import io.chargelake.privacy.table.SuppressionPlan.PlannedCell;
import io.chargelake.privacy.table.SuppressionPlan.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Complementary suppression, greedily: unsafe cells in order of what they ask for, each protected by the cheapest cells
 * found. To suppress more only widens everybody's bounds, so a cell once protected stays so and one pass is enough.
 *
 * <p>For each cell the means are tried in the order of their cost to readers: what is suppressed already, by search; the
 * cheapest direction through cells that may still be suppressed; a linear program over what is suppressed, which sees
 * what no search found; then the cheapest open cell of each of its equations, and again. Without an open cell left
 * nothing can be delivered. A block too large for a linear program is treated as not protected: it is suppressed
 * further, and refused in the end.
 *
 * <p>In a table with both margins searches are complete but for their smallest step, and take time linear in the table
 * for a cell at most.
 */
public final class Suppressor {
    private final PublishedSystem system;
    private final Suppressed suppressed;
    private final Prover asItIs;
    private final Prover withMore;
    private final Ground more;
    private final IntervalProgram program;
    private final Map<Integer, Integer> protectedBy = new HashMap<>();
    private final Map<Integer, Proof> proofs = new HashMap<>();

    private Suppressor(PublishedSystem system, int mostNodes) {
        this.system = system;
        suppressed = Suppressed.unsafe(system);
        asItIs = new Prover(new Ground(system, suppressed, Ground.Reach.SUPPRESSED_ONLY));
        more = new Ground(system, suppressed, Ground.Reach.SUPPRESSING_MORE);
        withMore = new Prover(more);
        program = new IntervalProgram(system, suppressed, mostNodes);
    }

    /**
     * Every unsafe cell protected, at a low cost.
     *
     * @throws UnprotectableException if an unsafe cell can't be protected
     */
    public static SuppressionPlan plan(PublishedSystem system) {
        return plan(system, Audit.MOST_CELLS_OF_A_PROGRAM);
    }

    /**
     * The same with another limit to linear programs.
     *
     * @param mostCellsOfAProgram see {@link Audit#MOST_CELLS_OF_A_PROGRAM}
     */
    public static SuppressionPlan plan(PublishedSystem system, int mostCellsOfAProgram) {
        Suppressor suppressor = new Suppressor(system, mostCellsOfAProgram);
        IntStream.range(0, system.nodes().size())
                .filter(node -> system.node(node).isUnsafe())
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer node) -> -system.node(node).protection())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(suppressor::protect);
        return suppressor.plan();
    }

    private void protect(int node) {
        if (system.node(node).isKnown()) {
            throw unprotectable(node, Breach.Reason.KNOWN.meaning());
        }
        while (!isProtected(node)) {
            List<Integer> next = nextToSuppress(node);
            if (next.isEmpty()) {
                throw unprotectable(node, reason(program.answer(node)));
            }
            next.forEach(other -> suppress(other, node));
        }
    }

    private boolean isProtected(int node) {
        if (isProved(node, asItIs.prove(node))) {
            return true;
        }
        Optional<Proof> found = withMore.prove(node);
        if (found.isPresent()) {
            List.copyOf(more.wanted()).forEach(other -> suppress(other, node));
            return isProved(node, found);
        }
        return program.answer(node) == IntervalProgram.Answer.WIDE;
    }

    private boolean isProved(int node, Optional<Proof> found) {
        Optional<Proof> proof = found.filter(of -> of.holds(node, system, suppressed));
        proof.ifPresent(of -> proofs.put(node, of));
        return proof.isPresent();
    }

    /** The cheapest open cell of each of its equations; if they have none, the cheapest of all that hang together with it. */
    private List<Integer> nextToSuppress(int node) {
        List<Integer> near = equationsOf(node)
                .mapToObj(this::cheapestOpen)
                .flatMap(cell -> cell.stream().boxed())
                .distinct()
                .toList();
        if (!near.isEmpty()) {
            return near;
        }
        TreeSet<Integer> equations = new TreeSet<>();
        program.block(node, Integer.MAX_VALUE)
                .forEach(other -> equationsOf(other).forEach(equations::add));
        return equations.stream()
                .flatMap(equation -> cheapestOpen(equation).stream().boxed())
                .min(byCost())
                .stream()
                .toList();
    }

    private OptionalInt cheapestOpen(int equation) {
        Incidence incidence = system.incidence();
        return IntStream.range(incidence.firstTerm(equation), incidence.endTerm(equation))
                .map(incidence::nodeOfTerm)
                .filter(node -> system.node(node).isOpen() && !suppressed.contains(node))
                .boxed()
                .min(byCost())
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private IntStream equationsOf(int node) {
        Incidence incidence = system.incidence();
        return IntStream.range(incidence.firstPlace(node), incidence.endPlace(node))
                .map(incidence::equationOfPlace)
                .filter(equation -> equation != incidence.outside());
    }

    private Comparator<Integer> byCost() {
        return Comparator.comparingLong((Integer node) -> system.node(node).cost())
                .thenComparing(Comparator.naturalOrder());
    }

    private void suppress(int node, int unsafe) {
        if (!suppressed.contains(node)) {
            suppressed.add(node);
            protectedBy.put(node, unsafe);
        }
    }

    private SuppressionPlan plan() {
        List<PlannedCell> planned = new ArrayList<>();
        for (int cell = 0; cell < system.cells().size(); cell++) {
            planned.add(planned(system.cells().get(cell), system.nodeOf(cell)));
        }
        return new SuppressionPlan(planned, new Proofs(proofs));
    }

    private PlannedCell planned(Cell cell, int of) {
        Node node = system.node(of);
        if (!suppressed.contains(of)) {
            return cell.fate() == Fate.HIDDEN
                    ? new PlannedCell(
                            cell, State.KNOWN_ELSEWHERE, "left out before, though its value is published elsewhere")
                    : new PlannedCell(cell, State.PUBLISHED, "safe");
        }
        if (node.isUnsafe()) {
            return new PlannedCell(
                    cell, State.PRIMARY, cell.fate() == Fate.UNSAFE ? "unsafe" : "equal to an unsafe cell");
        }
        Integer unsafe = protectedBy.get(of);
        return unsafe == null
                ? new PlannedCell(cell, State.HIDDEN, "left out before")
                : new PlannedCell(
                        cell,
                        State.COMPLEMENTARY,
                        "protects " + system.node(unsafe).key());
    }

    private UnprotectableException unprotectable(int node, String reason) {
        return new UnprotectableException(system.node(node).key(), reason);
    }

    private static String reason(IntervalProgram.Answer answer) {
        return answer == IntervalProgram.Answer.TOO_LARGE
                ? Breach.Reason.UNPROVEN.meaning()
                : "no cell is left to suppress with it, and " + Breach.Reason.NARROW.meaning();
    }
}
