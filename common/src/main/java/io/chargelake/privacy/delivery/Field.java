package io.chargelake.privacy.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** A column of a sheet. */
public record Field(String name, Type type, String unit, String description) {

    /** Types of a Frictionless Table Schema. */
    public enum Type {
        STRING,
        DATE,
        YEARMONTH,
        YEAR,
        INTEGER,
        NUMBER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean accepts(Value value) {
            if (value instanceof Value.Num number) {
                return this == NUMBER
                        || (this == INTEGER || this == YEAR) && number.number().scale() <= 0;
            }
            return !(value instanceof Value.Text text) || acceptsText(text.text());
        }

        private boolean acceptsText(String text) {
            try {
                return switch (this) {
                    case STRING -> true;
                    case DATE -> LocalDate.parse(text).toString().equals(text);
                    case YEARMONTH -> YearMonth.parse(text).toString().equals(text);
                    case YEAR, INTEGER, NUMBER -> false;
                };
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    public Field {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Cannot deliver column '" + name + "': names are snake_case");
        }
    }
}
