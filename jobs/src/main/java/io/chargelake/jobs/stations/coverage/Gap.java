package io.chargelake.jobs.stations.coverage;

import io.chargelake.geo.Cells;
import io.chargelake.geo.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A cell further from a charger than it should be. */
record Gap(long cell, double weight, Optional<Chargers.Near> near) {
    /** The weightiest first, of those the remotest. */
    private static final Comparator<Gap> ORDER = Comparator.comparingDouble(Gap::weight)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Gap::distance_km).reversed())
            .thenComparingLong(Gap::cell);

    /** All gaps, in order; a cell without weight is none. */
    static List<Gap> among(Demand demand, Chargers chargers, double limit_km) {
        var gaps = new ArrayList<Gap>();
        demand.weights().forEach((cell, weight) -> {
            Gap gap = new Gap(cell, weight, chargers.nearest(Cells.centre(cell)));
            if (weight > 0 && gap.distance_km() > limit_km) {
                gaps.add(gap);
            }
        });
        gaps.sort(ORDER);
        return gaps;
    }

    Place centre() {
        return Cells.centre(cell);
    }

    private double distance_km() {
        return near.map(Chargers.Near::km).orElse(Double.POSITIVE_INFINITY);
    }
}
