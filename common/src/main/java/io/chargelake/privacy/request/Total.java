package io.chargelake.privacy.request;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of a table's margin.
 *
 * @param by the dimensions that are kept, the others are summed over; none for one row over all
 */
public record Total(List<Dimension> by) {
    /** The total over all dimensions, as it is written. */
    public static final String OVERALL = "overall";

    public Total {
        by = List.copyOf(by);
    }

    public static Total parse(String written) {
        return written.strip().equals(OVERALL)
                ? new Total(List.of())
                : new Total(Arrays.stream(written.split(",", -1))
                        .map(name -> new Dimension(name.strip()))
                        .toList());
    }

    @Override
    public String toString() {
        return by.isEmpty() ? OVERALL : by.stream().map(Dimension::name).collect(Collectors.joining(", "));
    }
}
