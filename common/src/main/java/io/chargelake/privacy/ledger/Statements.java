package io.chargelake.privacy.ledger;

import io.chargelake.privacy.table.Equation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The equations of a system, and those of sums that are found in it. Where an equation has all cells of a sum, the sum takes
 * their place: so each cell stands in as many equations as before. In a table with both margins these are two, which is what
 * makes searches fast.
 */
final class Statements {
    private final List<Equation> equations;
    private final Map<String, List<Integer>> whereOnTheRight = new HashMap<>();
    private final Map<String, Set<String>> cellsOfSum = new HashMap<>();

    Statements(List<Equation> equations) {
        this.equations = new ArrayList<>(equations);
        for (int i = 0; i < equations.size(); i++) {
            for (String name : equations.get(i).right()) {
                whereOnTheRight.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
    }

    List<Equation> all() {
        return equations;
    }

    void add(SuppressedSum sum) {
        Set<String> cells = new HashSet<>(sum.plus());
        Optional<Integer> place = sum.minus().isEmpty() ? placeOf(sum) : Optional.empty();
        if (place.isEmpty()) {
            equations.add(sum.equation());
            return;
        }
        Equation equation = equations.get(place.get());
        List<String> parts = parts(equation, cells).toList();
        List<String> right = new ArrayList<>(equation.right());
        right.removeAll(parts);
        right.add(sum.name());
        equations.set(place.get(), new Equation(equation.left(), right));
        equations.add(new Equation(List.of(sum.name()), parts));
        cellsOfSum.put(sum.name(), cells);
    }

    /** An equation that has all cells of the sum on its right side, by themselves or in sums of no others. */
    private Optional<Integer> placeOf(SuppressedSum sum) {
        Set<String> cells = new HashSet<>(sum.plus());
        return whereOnTheRight.getOrDefault(sum.plus().get(0), List.of()).stream()
                .filter(i -> parts(equations.get(i), cells)
                                .map(this::cells)
                                .mapToInt(Collection::size)
                                .sum()
                        == cells.size())
                .min(Comparator.comparing(i -> equations.get(i).left().toString()));
    }

    private Stream<String> parts(Equation equation, Set<String> cells) {
        return equation.right().stream().filter(name -> cells.containsAll(cells(name)));
    }

    private Set<String> cells(String name) {
        return cellsOfSum.getOrDefault(name, Set.of(name));
    }
}
