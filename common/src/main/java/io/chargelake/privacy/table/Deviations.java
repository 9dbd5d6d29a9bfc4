package io.chargelake.privacy.table;

import java.util.ArrayList;
import java.util.List;

/** How far nodes have been moved from their values, by directions added up; forgotten in time linear in those moved. */
final class Deviations {
    private final PublishedSystem system;
    private final long[] moved;
    private final List<Integer> touched = new ArrayList<>();

    Deviations(PublishedSystem system) {
        this.system = system;
        moved = new long[system.nodes().size()];
    }

    void clear() {
        touched.forEach(node -> moved[node] = 0);
        touched.clear();
    }

    void add(Direction direction, long amount) {
        direction.moves().forEach((node, move) -> {
            touched.add(node);
            moved[node] = Math.addExact(moved[node], Math.multiplyExact(move, amount));
        });
    }

    /** How far a node can still fall. */
    long room(int node) {
        return system.node(node).room() + moved[node];
    }
}
