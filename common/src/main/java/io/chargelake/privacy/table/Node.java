package io.chargelake.privacy.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One unknown of the system: a cell, or several that are known to be equal. It can fall by at most {@code room} from its
 * value.
 */
record Node(String key, long room, Set<Fate> fates, long protection, long cost) {
    /** Of what has no floor; far above every deviation, and far enough below a long's end to be added to. */
    private static final long ENDLESS = 1L << 60;

    /** By the numbers that cells have in {@code nodeOfCell}. */
    static List<Node> merged(List<Cell> cells, int[] nodeOfCell) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Node node = of(cells.get(i));
            if (nodeOfCell[i] == nodes.size()) {
                nodes.add(node);
            } else {
                nodes.set(nodeOfCell[i], nodes.get(nodeOfCell[i]).with(node));
            }
        }
        return nodes;
    }

    private static Node of(Cell cell) {
        long room = cell.floor() == Cell.NO_FLOOR ? ENDLESS : cell.value() - cell.floor();
        return new Node(cell.key(), room, EnumSet.of(cell.fate()), cell.protection(), cell.cost());
    }

    private Node with(Node equal) {
        Set<Fate> both = EnumSet.copyOf(fates);
        both.addAll(equal.fates);
        return new Node(
                key,
                Math.min(room, equal.room),
                both,
                Math.max(protection, equal.protection),
                Math.max(cost, equal.cost));
    }

    /** Whether the recipients know it already. */
    boolean isKnown() {
        return fates.contains(Fate.PUBLISHED);
    }

    boolean isUnsafe() {
        return fates.contains(Fate.UNSAFE);
    }

    /** Whether it is published unless suppressed to protect another. */
    boolean isOpen() {
        return fates.contains(Fate.OPEN) && !isUnsafe() && !isKnown();
    }

    /** How far below the value everybody's lower bound must be: all know that it can't be below the floor. */
    long protectionBelow() {
        return Math.min(protection, room);
    }
}
