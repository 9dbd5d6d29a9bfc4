package io.chargelake.privacy.ledger;

import io.chargelake.privacy.sketch.Syndromes;
import io.chargelake.privacy.table.Coordinates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of one measure that one side of a comparison knows, each by its dimensions. */
final class Tables {
    private static final Comparator<Set<String>> COARSEST_FIRST =
            Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Set::toString);

    /** A cell and its key in a system of deliveries. */
    record Named(String name, MeasuredCell cell) {}

    /** What several cells tell together. */
    static final class Sum {
        final Coordinates group;
        final long[] terms = Syndromes.empty();
        final List<String> names = new ArrayList<>();
        long total;

        Sum(Coordinates group) {
            this.group = group;
        }

        void add(Named named) {
            named.cell().sketch().addTo(terms);
            names.add(named.name());
            total = Math.addExact(total, named.cell().total());
        }

        Difference minus(Sum earlier) {
            long[] difference = terms.clone();
            Syndromes.subtract(difference, earlier.terms);
            return new Difference(group, names, earlier.names, Syndromes.support(difference), total - earlier.total);
        }
    }

    private final Map<Set<String>, List<Named>> byDimensions = new TreeMap<>(COARSEST_FIRST);

    private Tables(Collection<Named> cells) {
        for (Named named : cells) {
            byDimensions
                    .computeIfAbsent(new TreeSet<>(named.cell().coordinates().dimensions()), key -> new ArrayList<>())
                    .add(named);
        }
    }

    static Tables of(Collection<Named> cells) {
        return new Tables(cells);
    }

    /**
     * Of several deliveries, in order: what all of them tell together. Where two tell the same cell the later counts.
     * Only the finest tables are kept, since the margins of one delivery are not those of all.
     */
    static Tables union(List<List<Named>> deliveries) {
        Map<String, Named> latest = new TreeMap<>();
        deliveries.forEach(cells ->
                cells.forEach(named -> latest.put(named.cell().coordinates().key(), named)));
        Tables all = new Tables(latest.values());
        all.byDimensions.keySet().removeAll(all.coarser());
        return all;
    }

    /** All dimensions in which sums of both sides can be compared: every part of what two of their tables share. */
    Set<Set<String>> shared(Tables other) {
        Set<Set<String>> shared = new HashSet<>();
        for (Set<String> mine : byDimensions.keySet()) {
            for (Set<String> theirs : other.byDimensions.keySet()) {
                Set<String> common = new TreeSet<>(mine);
                common.retainAll(theirs);
                addParts(common, shared);
            }
        }
        Set<Set<String>> sorted = new TreeSet<>(COARSEST_FIRST);
        sorted.addAll(shared);
        return sorted;
    }

    /** Sums by group, of the coarsest table that has these dimensions: the fewest cells. */
    Map<String, Sum> sums(Set<String> dimensions) {
        Map<String, Sum> sums = new HashMap<>();
        byDimensions.entrySet().stream()
                .filter(table -> table.getKey().containsAll(dimensions))
                .findFirst()
                .ifPresent(table -> table.getValue().forEach(named -> {
                    Coordinates group = named.cell().coordinates().onto(dimensions);
                    sums.computeIfAbsent(group.key(), key -> new Sum(group)).add(named);
                }));
        return sums;
    }

    private Set<Set<String>> coarser() {
        Set<Set<String>> coarser = new HashSet<>();
        for (Set<String> one : byDimensions.keySet()) {
            for (Set<String> other : byDimensions.keySet()) {
                if (other.size() > one.size() && other.containsAll(one)) {
                    coarser.add(one);
                }
            }
        }
        return coarser;
    }

    private static void addParts(Set<String> whole, Set<Set<String>> parts) {
        if (parts.add(whole)) {
            for (String dimension : whole) {
                Set<String> part = new TreeSet<>(whole);
                part.remove(dimension);
                addParts(part, parts);
            }
        }
    }
}
