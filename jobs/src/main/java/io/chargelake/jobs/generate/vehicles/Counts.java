package io.chargelake.jobs.generate.vehicles;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** Named sums in alphabetical order; adding them up in any order gives the same. */
final class Counts implements Serializable {

    private final TreeMap<String, Long> sums = new TreeMap<>();

    void add(String name, long amount) {
        sums.merge(name, amount, Long::sum);
    }

    void addAll(Counts other) {
        other.sums.forEach(this::add);
    }

    Map<String, Long> asMap() {
        return sums;
    }
}
