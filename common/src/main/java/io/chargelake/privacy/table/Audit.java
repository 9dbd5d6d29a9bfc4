package io.chargelake.privacy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says of any choice of suppressed cells, whoever made it, whether every unsafe one is protected. Whoever attacks is taken
 * to know all published values exactly, though they are rounded. A direction found by search proves a cell protected; only
 * where none is found a linear program decides, and where that would be too large the cell counts as breached.
 */
public final class Audit {
    /** Two programs over so many cells take about a tenth of a second. */
    public static final int MOST_CELLS_OF_A_PROGRAM = 1_000;

    private final PublishedSystem system;
    private final int mostNodes;

    public Audit(PublishedSystem system) {
        this(system, MOST_CELLS_OF_A_PROGRAM);
    }

    public Audit(PublishedSystem system, int mostCellsOfAProgram) {
        this.system = system;
        mostNodes = mostCellsOfAProgram;
    }

    /** By key; empty if all is well. Of cells that are equal the first is named. */
    public List<Breach> breaches(Set<String> suppressedKeys) {
        return breaches(suppressedKeys, Proofs.NONE);
    }

    /** The same, with a look at what the plan shows for its cells. */
    public List<Breach> breaches(SuppressionPlan plan) {
        return breaches(plan.suppressed(), plan.proofs());
    }

    private List<Breach> breaches(Set<String> suppressedKeys, Proofs proofs) {
        Suppressed suppressed = suppressed(suppressedKeys);
        Prover prover = new Prover(new Ground(system, suppressed, Ground.Reach.SUPPRESSED_ONLY));
        IntervalProgram program = new IntervalProgram(system, suppressed, mostNodes);
        List<Breach> breaches = new ArrayList<>();
        for (int node = 0; node < system.nodes().size(); node++) {
            if (system.node(node).isUnsafe()) {
                String key = system.node(node).key();
                breach(node, suppressed, proofs, prover, program)
                        .ifPresent(reason -> breaches.add(new Breach(key, reason)));
            }
        }
        return breaches;
    }

    private Optional<Breach.Reason> breach(
            int node, Suppressed suppressed, Proofs proofs, Prover prover, IntervalProgram program) {
        if (system.node(node).isKnown()) {
            return Optional.of(Breach.Reason.KNOWN);
        }
        if (!suppressed.contains(node)) {
            return Optional.of(Breach.Reason.PUBLISHED);
        }
        if (holds(proofs.of(node), node, suppressed) || holds(prover.prove(node), node, suppressed)) {
            return Optional.empty();
        }
        return switch (program.answer(node)) {
            case WIDE -> Optional.empty();
            case NARROW -> Optional.of(Breach.Reason.NARROW);
            case TOO_LARGE -> Optional.of(Breach.Reason.UNPROVEN);
        };
    }

    private boolean holds(Optional<Proof> proof, int node, Suppressed suppressed) {
        return proof.isPresent() && proof.get().holds(node, system, suppressed);
    }

    /** A node is unknown only if none of its equal cells is published. */
    private Suppressed suppressed(Set<String> keys) {
        boolean[] isPublished = new boolean[system.nodes().size()];
        for (int cell = 0; cell < system.cells().size(); cell++) {
            isPublished[system.nodeOf(cell)] |= isPublished(system.cells().get(cell), keys);
        }
        Suppressed suppressed = new Suppressed(system);
        for (int node = 0; node < isPublished.length; node++) {
            if (!isPublished[node]) {
                suppressed.add(node);
            }
        }
        return suppressed;
    }

    /** What an earlier delivery left out stays unknown by itself, whether named here or not. */
    private static boolean isPublished(Cell cell, Set<String> suppressed) {
        return switch (cell.fate()) {
            case PUBLISHED -> true;
            case HIDDEN -> false;
            case OPEN, UNSAFE -> !suppressed.contains(cell.key());
        };
    }
}
