package io.chargelake.privacy.request;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which records are looked at, as it was asked for.
 *
 * @param values in the alphabet, each once: their order asks nothing; more than one only with {@link Operator#IN}
 */
public record Filter(String column, Operator operator, List<String> values) {
    public static final String GRAMMAR =
            "column operator value, such as 'vehicle_type in [van, truck]', 'distance_km >= 100', 'distance_km < 200' or 'complete = true'";

    private static final Pattern WRITTEN =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,80})\\s{0,9}(in\\b|>=|<=|!=|<|>|=)\\s{0,9}([^\\s=<>].{0,2000})");

    public Filter {
        Words.requireLine("column", column);
        values.forEach(value -> Words.requireLine("value of the filter on " + column, value));
        values = List.copyOf(new TreeSet<>(values));
        if (values.isEmpty() || values.size() > 1 && operator != Operator.IN) {
            throw new IllegalArgumentException("filter on " + column + " has " + values.size()
                    + " values (allowed: one, or with 'in' a list of some)");
        }
    }

    public static Filter parse(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("filter is not written as " + GRAMMAR);
        }
        Operator operator = Operator.written(parts.group(2)).orElseThrow();
        return new Filter(parts.group(1), operator, values(operator, parts.group(3)));
    }

    private static List<String> values(Operator operator, String written) {
        if (operator != Operator.IN) {
            return List.of(written);
        }
        if (!written.startsWith("[") || !written.endsWith("]")) {
            throw new IllegalArgumentException("filter with 'in' has no list in [ ] (allowed: " + GRAMMAR + ")");
        }
        return Arrays.stream(written.substring(1, written.length() - 1).split(",", -1))
                .map(String::strip)
                .toList();
    }

    /** Of the filters that have only one. */
    public String value() {
        if (values.size() != 1) {
            throw new IllegalStateException("filter on " + column + " has " + values.size() + " values");
        }
        return values.get(0);
    }

    @Override
    public String toString() {
        String right = operator == Operator.IN ? "[" + String.join(", ", values) + "]" : value();
        return column + " " + operator.sign() + " " + right;
    }
}
