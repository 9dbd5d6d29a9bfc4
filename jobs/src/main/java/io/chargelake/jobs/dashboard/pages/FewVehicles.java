package io.chargelake.jobs.dashboard.pages;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which cells of a table are of too few vehicles to be shown, or would tell of such a cell when what is shown is taken off a total. The
 * cells of all types together ({@code ALL}) are a total over types, and each type's cells add up to a total that is shown too.
 *
 * <p>Of one type a cell stays open only if no type has few in that bin, and neither have the hidden types together. Hidden bins are
 * joined by the smallest open one, so that their sum is not of few either.
 */
final class FewVehicles {
    static final String ALL = "";

    private final int least;

    FewVehicles(int least) {
        this.least = least;
    }

    /** @param bin what it is of: an interval, a flag, a model */
    record Cell(String bin, String type, long vehicles) {}

    /** Types that may be chosen: enough vehicles, and those of all others are none or enough. */
    Set<String> openTypes(Map<String, Long> vehiclesOfType) {
        TreeSet<String> open = vehiclesOfType.entrySet().stream()
                .filter(type -> type.getValue() >= least)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        while (!open.isEmpty() && isFew(others(vehiclesOfType, open))) {
            open.remove(
                    open.stream().min(Comparator.comparing(vehiclesOfType::get)).orElseThrow());
        }
        return open;
    }

    private static long others(Map<String, Long> vehiclesOfType, Set<String> open) {
        return vehiclesOfType.entrySet().stream()
                .filter(type -> !open.contains(type.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Bins that may not be shown of all types together. */
    Set<String> hidden(Collection<Cell> cells) {
        Set<String> hidden = new HashSet<>();
        List<Cell> total = of(cells, ALL);
        total.stream().filter(cell -> isFew(cell.vehicles())).forEach(cell -> hidden.add(cell.bin()));
        join(total, hidden);
        return hidden;
    }

    /** Bins that may not be shown of any single type. */
    Set<String> hiddenOfTypes(Collection<Cell> cells, Set<String> openTypes) {
        Set<String> hidden = new HashSet<>(hidden(cells));
        Map<String, Long> others = new TreeMap<>();
        for (Cell cell : cells) {
            if (openTypes.contains(cell.type()) && isFew(cell.vehicles())) {
                hidden.add(cell.bin());
            } else if (!cell.type().equals(ALL) && !openTypes.contains(cell.type())) {
                others.merge(cell.bin(), cell.vehicles(), Long::sum);
            }
        }
        others.forEach((bin, vehicles) -> {
            if (isFew(vehicles)) {
                hidden.add(bin);
            }
        });
        int before;
        do {
            before = hidden.size();
            openTypes.forEach(type -> join(of(cells, type), hidden));
        } while (hidden.size() > before);
        return hidden;
    }

    /** Vehicles of different bins may be the same, so only one bin that has enough by itself makes sure. */
    private void join(List<Cell> cells, Set<String> hidden) {
        List<Cell> closed = cells.stream()
                .filter(cell -> hidden.contains(cell.bin()) && cell.vehicles() > 0)
                .toList();
        if (closed.isEmpty() || closed.stream().anyMatch(cell -> cell.vehicles() >= least)) {
            return;
        }
        Optional<Cell> smallest = cells.stream()
                .filter(cell -> !hidden.contains(cell.bin()) && cell.vehicles() > 0)
                .min(Comparator.comparingLong(Cell::vehicles).thenComparing(Cell::bin));
        smallest.ifPresent(cell -> hidden.add(cell.bin()));
    }

    private static List<Cell> of(Collection<Cell> cells, String type) {
        return cells.stream().filter(cell -> cell.type().equals(type)).toList();
    }

    boolean isFew(long vehicles) {
        return vehicles > 0 && vehicles < least;
    }
}
