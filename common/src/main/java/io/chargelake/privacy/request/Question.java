package io.chargelake.privacy.request;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * What is asked of a table. Dimensions and measures have the order of the columns they become; that of filters and totals asks nothing and is not kept.
 *
 * @param totals which margins beside the cells themselves
 */
public record Question(
        String table,
        Period period,
        List<Dimension> dimensions,
        List<Measure> measures,
        List<Filter> filters,
        List<Total> totals) {

    public Question {
        Words.requireLine("table", table);
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        filters = sorted(filters);
        totals = sorted(totals);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("measures name no figure (allowed: " + Measure.GRAMMAR + ")");
        }
        requireOnce("dimensions", dimensions, Dimension::name);
        requireOnce("measures", measures, Measure::call);
        requireOnce(
                "filters",
                filters,
                filter -> filter.column() + " " + filter.operator().sign());
        requireOnce("totals", totals, Total::toString);
        for (Total total : totals) {
            if (!dimensions.containsAll(total.by()) || total.by().size() >= dimensions.size()) {
                throw new IllegalArgumentException("total '" + total + "' is no margin (allowed: " + Total.OVERALL
                        + ", or some but not all of the dimensions)");
            }
        }
    }

    private static <T> List<T> sorted(List<T> some) {
        return some.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private static <T> void requireOnce(String what, List<T> all, Function<T, String> name) {
        var seen = new HashSet<String>();
        for (T one : all) {
            if (!seen.add(name.apply(one))) {
                throw new IllegalArgumentException(what + " name " + name.apply(one) + " twice (keep one)");
            }
        }
    }
}
