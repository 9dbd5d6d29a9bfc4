package io.chargelake.privacy.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cells of both sides, by their keys, have the same sum. A cell that no contributor is in is left out: whoever attacks
 * is taken to know that it is 0.
 */
public record Equation(List<String> left, List<String> right) {
    public Equation {
        left = List.copyOf(left);
        right = List.copyOf(right);
        Set<String> all = new HashSet<>(left);
        all.addAll(right);
        if (all.size() != left.size() + right.size()) {
            throw new IllegalArgumentException(
                    "Cannot state equation " + left + " = " + right + ": a cell stands in it twice");
        }
    }

    /** A margin: the parent is the sum of its children. */
    public static Equation margin(String parent, List<String> children) {
        return new Equation(List.of(parent), children);
    }
}
