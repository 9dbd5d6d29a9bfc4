package io.chargelake.privacy.table;

import java.util.SortedMap;

/** Nodes that can be moved together, each by so many units, without any equation noticing. */
record Direction(SortedMap<Integer, Integer> moves) {
    /** Whether it moves the target as asked, through nodes that have room for it. */
    boolean answers(Demand demand, Ground ground) {
        return moves.getOrDefault(demand.target(), 0) == demand.sign()
                && moves.entrySet().stream()
                        .allMatch(entry -> ground.isUsable(entry.getKey())
                                && ground.hasRoom(entry.getKey(), entry.getValue(), demand));
    }
}
