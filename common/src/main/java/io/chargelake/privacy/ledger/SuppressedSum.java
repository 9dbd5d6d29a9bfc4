package io.chargelake.privacy.ledger;

import io.chargelake.privacy.table.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Suppressed cells whose sum anybody can work out: what a published sum leaves when all published cells are taken off.
 *
 * @param minus cells that are taken off the others, where the sum is of two deliveries
 */
record SuppressedSum(List<String> plus, List<String> minus) {
    SuppressedSum {
        plus = plus.stream().sorted().toList();
        minus = minus.stream().sorted().toList();
        if (plus.isEmpty()) {
            throw new IllegalArgumentException("Cannot sum nothing");
        }
    }

    static SuppressedSum of(List<String> left, List<String> right) {
        return left.isEmpty() ? new SuppressedSum(right, List.of()) : new SuppressedSum(left, right);
    }

    /** The same for the same cells, whatever told it. */
    String name() {
        return "sum of " + plus + " less " + minus;
    }

    Stream<String> names() {
        return Stream.concat(plus.stream(), minus.stream());
    }

    Equation equation() {
        List<String> right = new ArrayList<>(minus);
        right.add(name());
        return new Equation(plus, right);
    }
}
