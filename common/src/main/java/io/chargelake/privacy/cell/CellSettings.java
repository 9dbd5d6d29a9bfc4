package io.chargelake.privacy.cell;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rules' parameters.
 *
 * @param least contributors a cell needs, by kind
 * @param dominancePercent of the cell's size that the largest may give
 * @param protectionPercent p: how near the second largest may come to the largest's value
 * @param leastForPercentiles vehicles (or what the table knows instead) a percentile needs
 */
public record CellSettings(
        Map<ContributorKind, Integer> least, int dominancePercent, int protectionPercent, int leastForPercentiles) {
    public static final CellSettings DEFAULTS = new CellSettings(
            Map.of(ContributorKind.VEHICLE, 11, ContributorKind.SITE, 3, ContributorKind.OPERATOR, 3), 85, 10, 20);

    public CellSettings {
        least = Collections.unmodifiableMap(new EnumMap<>(least));
        boolean hasAll = least.size() == ContributorKind.values().length
                && least.values().stream().allMatch(number -> number >= 1);
        if (!hasAll || !isPercent(dominancePercent) || !isPercent(protectionPercent) || leastForPercentiles < 1) {
            throw new IllegalArgumentException("Cannot use these cell rules: least " + least + ", dominance "
                    + dominancePercent + " %, protection " + protectionPercent + " %, percentiles from "
                    + leastForPercentiles + " (each kind at least 1, percentages 1 to 100, percentiles at least 1)");
        }
    }

    private static boolean isPercent(int number) {
        return number >= 1 && number <= 100;
    }
}
