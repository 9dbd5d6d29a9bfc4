package io.chargelake.jobs.dashboard.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a request asks for, each read by the kind it is. Empty values are those left out. */
public final class Parameters {
    private static final int LONGEST = 200;

    private final Map<String, String> given;

    private Parameters(Map<String, String> given) {
        this.given = given;
    }

    public static Parameters of(Map<String, List<String>> query, Set<String> allowed) {
        Map<String, String> given = new TreeMap<>();
        query.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw Refusal.badRequest("A parameter is not known here; allowed are "
                        + (allowed.isEmpty()
                                ? "none"
                                : allowed.stream().sorted().collect(Collectors.joining(", "))) + ".");
            }
            if (values.size() != 1 || values.get(0).length() > LONGEST) {
                throw Refusal.badRequest(
                        "Parameter " + name + " may be given once, with at most " + LONGEST + " characters.");
            }
            if (!values.get(0).isEmpty()) {
                given.put(name, values.get(0));
            }
        });
        return new Parameters(given);
    }

    /** A request without any. */
    public static Parameters none() {
        return new Parameters(Map.of());
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    public String oneOf(String name, Collection<String> allowed, String otherwise) {
        String value = given.getOrDefault(name, otherwise);
        if (!allowed.contains(value)) {
            throw Refusal.badRequest("Parameter " + name + " is one of " + String.join(", ", allowed) + ".");
        }
        return value;
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(value -> {
            try {
                LocalDate date = LocalDate.parse(value);
                if (date.getYear() < 1900 || date.getYear() > 2200) {
                    throw new DateTimeParseException("year", value, 0);
                }
                return date;
            } catch (DateTimeParseException e) {
                throw Refusal.badRequest("Parameter " + name + " is a day such as 2025-01-31.");
            }
        });
    }

    public int whole(String name, int least, int most, int otherwise) {
        String allowed = "a whole number from " + least + " to " + most;
        return text(name)
                .map(value -> {
                    try {
                        return within(Integer.parseInt(value), least, most, name, allowed);
                    } catch (NumberFormatException e) {
                        throw refused(name, allowed);
                    }
                })
                .map(Double::intValue)
                .orElse(otherwise);
    }

    public double number(String name, double least, double most, double otherwise) {
        String allowed = "a number from " + plain(least) + " to " + plain(most);
        return text(name)
                .map(value -> {
                    try {
                        return within(Double.parseDouble(value), least, most, name, allowed);
                    } catch (NumberFormatException e) {
                        throw refused(name, allowed);
                    }
                })
                .orElse(otherwise);
    }

    private static double within(double value, double least, double most, String name, String allowed) {
        if (!(value >= least && value <= most)) {
            throw refused(name, allowed);
        }
        return value;
    }

    private static Refusal refused(String name, String allowed) {
        return Refusal.badRequest("Parameter " + name + " is " + allowed + ".");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** The same request in the same words: names in order, and what was left out is not there. */
    public String canonical() {
        return given.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
    }
}
