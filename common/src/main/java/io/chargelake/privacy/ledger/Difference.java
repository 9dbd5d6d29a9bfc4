package io.chargelake.privacy.ledger;

import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Coordinates;
import java.util.List;

/**
 * A sum that two deliveries both tell, or would, and how many contributors their difference depends on.
 *
 * @param group where both sums stand, in the dimensions they share
 * @param later cells of the later delivery that make up its sum, by key
 * @param earlier the same of the earlier one
 * @param support 0 to 10 exactly, {@link DifferenceSketch#MANY} for all above
 * @param amount later minus earlier
 */
public record Difference(Coordinates group, List<String> later, List<String> earlier, int support, long amount) {
    public Difference {
        later = later.stream().sorted().toList();
        earlier = earlier.stream().sorted().toList();
    }

    /** Both sums are the same, so what one delivery suppressed the other must not tell. */
    public boolean isNone() {
        return support == 0;
    }

    /** Few contributors: to know both sums is to know something about each of these. */
    public boolean isDisclosing() {
        return support > 0 && support < DifferenceSketch.MANY;
    }
}
