package io.chargelake.privacy.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of each cell of a system, by key. Reasons are for whoever runs the extract, never part of a delivery. */
public record SuppressionPlan(List<PlannedCell> cells, Proofs proofs) {
    public SuppressionPlan {
        cells = List.copyOf(cells);
    }

    /** What becomes of a cell. */
    public enum State {
        PUBLISHED,
        /** Suppressed since it is unsafe, or equal to one that is. */
        PRIMARY,
        /** Suppressed to protect another. */
        COMPLEMENTARY,
        /** Left out by an earlier delivery, and not published now. */
        HIDDEN,
        /** Left out by an earlier delivery, but its value is published under another name. */
        KNOWN_ELSEWHERE
    }

    /** One cell of the plan, and why. */
    public record PlannedCell(Cell cell, State state, String reason) {}

    /** The keys of all cells that are not published. */
    public Set<String> suppressed() {
        Set<String> keys = new TreeSet<>();
        cells.stream()
                .filter(planned -> planned.state() != State.PUBLISHED)
                .forEach(planned -> keys.add(planned.cell().key()));
        return keys;
    }

    /** The keys of all cells whose value is published nowhere. */
    public Set<String> unknown() {
        Set<String> keys = new HashSet<>();
        cells.stream()
                .filter(planned -> planned.state() != State.PUBLISHED && planned.state() != State.KNOWN_ELSEWHERE)
                .forEach(planned -> keys.add(planned.cell().key()));
        return keys;
    }
}
