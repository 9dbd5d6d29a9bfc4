package io.chargelake.privacy.ledger;

import io.chargelake.privacy.ledger.Tables.Named;
import io.chargelake.privacy.ledger.Tables.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sums a delivery tells that earlier ones told too, and how many contributors the differences depend on.
 *
 * <p>Both sides are summed to every set of dimensions they share, down to the grand total: a vehicle moved from one hour
 * to another, together with ten others, is seen in the zone's sum only. So a finer delivery is compared at the earlier
 * one's cells, a coarser one at its own, one under another filter cell by cell, and disjoint ones at the sums above, where
 * they differ by many. Groups that only one side has tell nothing together. Each earlier delivery is compared by itself,
 * and all of them as one, since a month minus all its days may be one vehicle.
 *
 * <p>Time is linear in the cells of both sides, times the sets of shared dimensions (4 for two, 8 for three).
 */
final class Differencing {
    private Differencing() {}

    /** Of one measure; groups that differ by many contributors are left out. */
    static List<Difference> of(List<Named> later, List<List<Named>> earlier) {
        Tables tables = Tables.of(later);
        Set<Difference> differences = new HashSet<>();
        for (List<Named> delivery : earlier) {
            compare(tables, Tables.of(delivery), differences);
        }
        if (earlier.size() > 1) {
            compare(tables, Tables.union(earlier), differences);
        }
        List<Difference> sorted = new ArrayList<>(differences);
        sorted.sort(Comparator.comparing(
                        (Difference difference) -> difference.group().key())
                .thenComparing(difference -> difference.later().toString())
                .thenComparing(difference -> difference.earlier().toString()));
        return sorted;
    }

    private static void compare(Tables later, Tables earlier, Set<Difference> differences) {
        for (Set<String> dimensions : later.shared(earlier)) {
            Map<String, Sum> told = earlier.sums(dimensions);
            later.sums(dimensions).forEach((group, sum) -> {
                if (told.containsKey(group)) {
                    Difference difference = sum.minus(told.get(group));
                    if (difference.isNone() || difference.isDisclosing()) {
                        differences.add(difference);
                    }
                }
            });
        }
    }
}
