package io.chargelake.privacy.delivery;

import java.math.BigDecimal;
import java.util.Comparator;

/** What stands in one place of a sheet. Numbers come before texts, and what is empty last: totals stand below what they are of. */
public sealed interface Value extends Comparable<Value> {

    /** Withheld, not known, or in a total, over all values. */
    Value EMPTY = new Empty();

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(BigDecimal number) {
        return new Num(number);
    }

    static Value of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    default boolean isEmpty() {
        return this instanceof Empty;
    }

    @Override
    default int compareTo(Value other) {
        return Orders.VALUES.compare(this, other);
    }

    /** Never empty, so that it can't be taken for nothing. */
    record Text(String text) implements Value {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("Cannot deliver an empty text: say that it is not known");
            }
        }
    }

    /** 1 and 1.0 are the same number, and are written alike. */
    record Num(BigDecimal number) implements Value {
        public Num {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** Nothing. */
    record Empty() implements Value {}

    /** The order of values. */
    final class Orders {
        private static final Comparator<Value> VALUES = Comparator.comparingInt(Orders::kind)
                .thenComparing(value -> value instanceof Num n ? n.number : BigDecimal.ZERO)
                .thenComparing(value -> value instanceof Text t ? t.text : "");

        private static int kind(Value value) {
            if (value instanceof Num) {
                return 0;
            }
            return value instanceof Text ? 1 : 2;
        }

        private Orders() {}
    }
}
