package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.jobs.tables.Col;
import io.chargelake.text.Mojibake;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of one master row, read from JSON that is loose about types: numbers may be texts, texts numbers. Nothing and an empty
 * text are no value; a value that can't be read as its column's type refuses the row.
 */
final class Attributes {
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();
    private final Block into;

    Attributes(Block into) {
        this.into = into;
    }

    Attributes text(Col column, JsonNode value) throws Refusal {
        String text = Json.text(value);
        if (value.isContainerNode()) {
            throw bad(column, value);
        }
        if (text != null && !text.isEmpty()) {
            Optional<String> repaired = Mojibake.repair(text);
            repaired.ifPresent(meant -> into.note(DocumentRules.MOJIBAKE, text));
            values.put(column.name(), repaired.orElse(text));
        }
        return this;
    }

    /** A whole number; a decimal one is rounded, half up. */
    Attributes integer(Col column, JsonNode value) throws Refusal {
        return number(column, value, BigDecimal.ONE);
    }

    /** A whole number of a unit {@code factor} times that of the source. */
    Attributes number(Col column, JsonNode value, BigDecimal factor) throws Refusal {
        Optional<BigDecimal> number = decimal(column, value);
        if (number.isPresent()) {
            try {
                values.put(
                        column.name(),
                        number.get()
                                .multiply(factor)
                                .setScale(0, RoundingMode.HALF_UP)
                                .intValueExact());
            } catch (ArithmeticException e) {
                throw bad(column, value);
            }
        }
        return this;
    }

    Attributes real(Col column, JsonNode value) throws Refusal {
        decimal(column, value).ifPresent(number -> values.put(column.name(), number.doubleValue()));
        return this;
    }

    Attributes bool(Col column, JsonNode value) throws Refusal {
        String text = Json.text(value);
        if (text == null || text.isBlank()) {
            return this;
        }
        switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> values.put(column.name(), true);
            case "false", "0" -> values.put(column.name(), false);
            default -> throw bad(column, value);
        }
        return this;
    }

    String json() {
        return values.toString();
    }

    private static Optional<BigDecimal> decimal(Col column, JsonNode value) throws Refusal {
        String text = Json.text(value);
        if (value.isContainerNode() || value.isBoolean()) {
            throw bad(column, value);
        }
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            // 1e999999999 would take its digits in memory when rounded
            if (Math.abs((long) number.precision() - number.scale()) > 20) {
                throw bad(column, value);
            }
            return Optional.of(number);
        } catch (NumberFormatException e) {
            throw bad(column, value);
        }
    }

    private static Refusal bad(Col column, JsonNode value) {
        return new Refusal(DocumentRules.BAD_VALUE, column.name() + " can't be " + value);
    }
}
