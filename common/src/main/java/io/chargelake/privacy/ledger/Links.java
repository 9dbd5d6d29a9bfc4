package io.chargelake.privacy.ledger;

import io.chargelake.privacy.ledger.LinkedDeliveries.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which deliveries hang together by sums that do not differ, or by few contributors. */
final class Links {
    private final List<TreeSet<Integer>> linked = new ArrayList<>();

    private Links(int deliveries) {
        for (int i = 0; i < deliveries; i++) {
            linked.add(new TreeSet<>());
        }
    }

    static Links of(List<Told> told, List<List<Difference>> differences) {
        Map<String, Integer> deliveryOfCell = new HashMap<>();
        for (int i = 0; i < told.size(); i++) {
            int delivery = i;
            told.get(i).named().forEach(named -> deliveryOfCell.put(named.name(), delivery));
        }
        Links links = new Links(told.size());
        for (int i = 0; i < told.size(); i++) {
            int later = i;
            differences.get(i).stream()
                    .flatMap(difference -> difference.earlier().stream())
                    .mapToInt(deliveryOfCell::get)
                    .forEach(earlier -> links.join(later, earlier));
        }
        return links;
    }

    /** The last delivery and all that are linked with it, by others too. */
    SortedSet<Integer> reachedFromLast() {
        TreeSet<Integer> reached = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(linked.size() - 1));
        while (!open.isEmpty()) {
            int delivery = open.remove();
            if (reached.add(delivery)) {
                open.addAll(linked.get(delivery));
            }
        }
        return reached;
    }

    private void join(int a, int b) {
        linked.get(a).add(b);
        linked.get(b).add(a);
    }
}
