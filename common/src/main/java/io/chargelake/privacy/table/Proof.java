package io.chargelake.privacy.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two sets of values that agree with all that is published, one with the cell as high above its value as its protection
 * asks, one as far below. Whoever holds it need not trust how it was found: {@link #holds} checks it in whole numbers.
 *
 * @param up by how much which nodes are moved, together
 * @param down the same for the lower bound
 */
record Proof(Map<Integer, Long> up, Map<Integer, Long> down) {
    Proof {
        up = Map.copyOf(up);
        down = Map.copyOf(down);
    }

    /** From one direction along which all nodes have room both ways. */
    static Proof bothWays(Direction direction, Node target) {
        return new Proof(
                sum(List.of(new Step(direction, target.protection()))),
                sum(List.of(new Step(direction, -target.protectionBelow()))));
    }

    static Proof of(List<Step> up, List<Step> down) {
        return new Proof(sum(up), sum(down));
    }

    /** A direction and how far to go along it. */
    record Step(Direction direction, long amount) {}

    boolean holds(int target, PublishedSystem system, Suppressed suppressed) {
        Node node = system.node(target);
        return up.getOrDefault(target, 0L) == node.protection()
                && down.getOrDefault(target, 0L) == -node.protectionBelow()
                && isFeasible(up, system, suppressed)
                && isFeasible(down, system, suppressed);
    }

    private static boolean isFeasible(Map<Integer, Long> moves, PublishedSystem system, Suppressed suppressed) {
        return moves.entrySet().stream()
                        .allMatch(move -> move.getKey() < system.nodes().size()
                                && suppressed.contains(move.getKey())
                                && move.getValue()
                                        >= -system.node(move.getKey()).room())
                && isBalanced(moves, system.incidence());
    }

    private static boolean isBalanced(Map<Integer, Long> moves, Incidence incidence) {
        Map<Integer, Long> imbalance = new HashMap<>();
        moves.forEach((node, move) -> {
            for (int place = incidence.firstPlace(node); place < incidence.endPlace(node); place++) {
                imbalance.merge(
                        incidence.equationOfPlace(place),
                        Math.multiplyExact(move, incidence.factorOfPlace(place)),
                        Math::addExact);
            }
        });
        return imbalance.values().stream().allMatch(sum -> sum == 0);
    }

    private static Map<Integer, Long> sum(List<Step> steps) {
        Map<Integer, Long> sum = new HashMap<>();
        for (Step step : steps) {
            step.direction()
                    .moves()
                    .forEach((node, move) -> sum.merge(node, Math.multiplyExact(step.amount(), move), Math::addExact));
        }
        return sum;
    }
}
