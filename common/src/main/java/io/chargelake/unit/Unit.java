package io.chargelake.unit;

import java.util.Arrays;
import java.util.Optional;

/** A unit that sources use, and its ratio to the plain unit of its quantity as two whole numbers: so a conversion rounds once. */
public enum Unit {
    KM(Quantity.DISTANCE, "km", 1, 1),
    MI(Quantity.DISTANCE, "mi", 1_609_344, 1_000_000),
    KWH(Quantity.ENERGY, "kWh", 1, 1),
    WH(Quantity.ENERGY, "Wh", 1, 1_000),
    KW(Quantity.POWER, "kW", 1, 1),
    W(Quantity.POWER, "W", 1, 1_000),
    PERCENT(Quantity.SOC, "percent", 1, 1),
    FRACTION(Quantity.SOC, "fraction", 100, 1),
    SECOND(Quantity.DURATION, "s", 1, 1),
    MINUTE(Quantity.DURATION, "min", 60, 1),
    HOUR(Quantity.DURATION, "h", 3_600, 1);

    /** Converted values are kept to a millionth of the plain unit, so that 0.57 is 57 percent and not 56.99999999999999. */
    public static final double GRAIN = 1e6;

    private final Quantity quantity;
    private final String code;
    private final int times;
    private final int by;

    Unit(Quantity quantity, String code, int times, int by) {
        this.quantity = quantity;
        this.code = code;
        this.times = times;
        this.by = by;
    }

    public static Optional<Unit> named(Quantity quantity, String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.quantity == quantity && unit.code.equals(code))
                .findFirst();
    }

    public Quantity quantity() {
        return quantity;
    }

    public String code() {
        return code;
    }

    public boolean isPlain() {
        return times == by;
    }

    /** How many grains of the plain unit one of this is. */
    public double grains() {
        return times * GRAIN / by;
    }

    /** A value of this unit in the quantity's plain one. */
    public double toPlain(double value) {
        return isPlain() ? value : Math.rint(value * grains()) / GRAIN;
    }
}
