package io.chargelake.privacy.ledger;

import io.chargelake.privacy.ledger.LinkedDeliveries.Told;
import io.chargelake.privacy.ledger.Tables.Named;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.sketch.Syndromes;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.Equation;
import io.chargelake.privacy.table.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the sums of suppressed cells that tell of few. Two cells of one vehicle each may both have wide bounds, but who
 * owns one of them takes it off their sum and has the other.
 *
 * <p>Sums are looked for wherever a published cell is the sum of others: of every finer table of its delivery, not of the
 * next finer one only, and of another delivery's. How many contributors one depends on its sketch says. That one among
 * many dominates it shows as far as protections tell: all others of the sum must make up what a cell's rule lacks. Where
 * values have a floor its bounds say so already, since it can rise only as far as the others fall.
 *
 * <p>Time is linear in the suppressed cells, times the tables of their delivery.
 */
final class SuppressedSums {
    private final LinkedDeliveries linked;
    private final Map<String, Cell> cells = new HashMap<>();

    SuppressedSums(LinkedDeliveries linked) {
        this.linked = linked;
        linked.cells().forEach(cell -> cells.put(cell.key(), cell));
    }

    /** A sum that must not be known, and the unsafe cell it is from now on. */
    record Found(SuppressedSum sum, Cell cell) {}

    /** In one order. */
    List<Found> unsafe(Set<String> unknown) {
        Map<String, SuppressedSum> sums = new TreeMap<>();
        linked.told().stream()
                .filter(delivery -> delivery.named().stream().anyMatch(named -> isNewlyTold(named.name(), unknown)))
                .flatMap(delivery -> ofMargins(delivery, unknown).stream())
                .forEach(sum -> sums.put(sum.name(), sum));
        linked.links().stream().flatMap(link -> ofLink(link, unknown)).forEach(sum -> sums.put(sum.name(), sum));
        List<Found> unsafe = new ArrayList<>();
        for (SuppressedSum sum : sums.values()) {
            long protection = protection(sum);
            if (protection > 0) {
                unsafe.add(new Found(sum, new Cell(sum.name(), amount(sum), floor(sum), Fate.UNSAFE, protection, 0)));
            }
        }
        return unsafe;
    }

    private Collection<SuppressedSum> ofMargins(Told delivery, Set<String> unknown) {
        Set<Set<String>> tables = new HashSet<>();
        delivery.named().forEach(named -> tables.add(named.cell().coordinates().dimensions()));
        Map<List<Object>, List<String>> sums = new HashMap<>();
        for (Named named : delivery.named()) {
            if (!unknown.contains(named.name())) {
                continue;
            }
            Coordinates at = named.cell().coordinates();
            for (Set<String> coarser : tables) {
                if (at.dimensions().size() > coarser.size() && at.dimensions().containsAll(coarser)) {
                    String margin = delivery.name(named.cell(), at.onto(coarser));
                    if (cells.containsKey(margin) && !unknown.contains(margin)) {
                        sums.computeIfAbsent(List.of(margin, at.dimensions()), key -> new ArrayList<>())
                                .add(named.name());
                    }
                }
            }
        }
        return sums.values().stream()
                .map(names -> SuppressedSum.of(names, List.of()))
                .toList();
    }

    private Stream<SuppressedSum> ofLink(Equation link, Set<String> unknown) {
        List<String> left = link.left().stream().filter(unknown::contains).toList();
        List<String> right = link.right().stream().filter(unknown::contains).toList();
        boolean tellsMore =
                Stream.concat(link.left().stream(), link.right().stream()).anyMatch(name -> isNewlyTold(name, unknown));
        return tellsMore && left.size() + right.size() > 0 ? Stream.of(SuppressedSum.of(left, right)) : Stream.empty();
    }

    /** Sums of what earlier deliveries told by themselves are left aside: they can't be taken back. */
    private boolean isNewlyTold(String name, Set<String> unknown) {
        return !unknown.contains(name) && cells.get(name).fate() != Fate.PUBLISHED;
    }

    /** How far everybody's bounds must stay from the sum; 0 if it may be known. */
    private long protection(SuppressedSum sum) {
        int support = support(sum);
        if (support == 0) {
            return 0;
        }
        if (support < DifferenceSketch.MANY) {
            return protectionOfFew(sum);
        }
        return floor(sum) == Cell.NO_FLOOR ? lack(sum) : 0;
    }

    private int support(SuppressedSum sum) {
        long[] terms = Syndromes.empty();
        sum.plus().forEach(name -> linked.sketch(name).addTo(terms));
        long[] less = Syndromes.empty();
        sum.minus().forEach(name -> linked.sketch(name).addTo(less));
        Syndromes.subtract(terms, less);
        return Syndromes.support(terms);
    }

    /** No contributor of positive values gives more than their sum, nor more than what protects each cell it is in. */
    private long protectionOfFew(SuppressedSum sum) {
        long amount = Math.abs(amount(sum));
        if (floor(sum) == Cell.NO_FLOOR) {
            return Math.max(linked.settings().leastProtection(), amount);
        }
        boolean isOfUnsafe =
                sum.plus().stream().allMatch(name -> cells.get(name).fate() == Fate.UNSAFE);
        long most = isOfUnsafe
                ? sum.plus().stream()
                        .mapToLong(name -> cells.get(name).protection())
                        .sum()
                : amount;
        return Math.max(1, Math.min(amount, most));
    }

    /** What all others of the sum lack to protect the cell that asks for most. */
    private long lack(SuppressedSum sum) {
        long size = sum.names().mapToLong(this::size).sum();
        return Math.max(
                0,
                sum.names()
                        .mapToLong(name -> cells.get(name).protection() - (size - size(name)))
                        .max()
                        .orElse(0));
    }

    private long size(String name) {
        return Math.abs(cells.get(name).value());
    }

    private long amount(SuppressedSum sum) {
        return sum.plus().stream().mapToLong(name -> cells.get(name).value()).sum()
                - sum.minus().stream()
                        .mapToLong(name -> cells.get(name).value())
                        .sum();
    }

    /** Of differences nothing is known but their parts. */
    private long floor(SuppressedSum sum) {
        boolean hasFloor = sum.minus().isEmpty()
                && sum.plus().stream().noneMatch(name -> cells.get(name).floor() == Cell.NO_FLOOR);
        return hasFloor
                ? sum.plus().stream().mapToLong(name -> cells.get(name).floor()).sum()
                : Cell.NO_FLOOR;
    }
}
