package io.chargelake.unit;

/** Which unit a file's values are in. */
public record Verdict(Unit unit, Certainty certainty, String because) {

    public enum Certainty {
        /** By a mapping file or the format. */
        STATED,
        /** By the values. */
        DETECTED,
        /** The plain unit, as the values do not tell. */
        ASSUMED
    }

    static Verdict detected(Unit unit, String because) {
        return new Verdict(unit, Certainty.DETECTED, because);
    }

    static Verdict assumed(Quantity quantity, String because) {
        return new Verdict(quantity.plain(), Certainty.ASSUMED, because);
    }

    public static Verdict stated(Unit unit) {
        return new Verdict(unit, Certainty.STATED, "stated");
    }

    public static Verdict byOdometer(Unit unit) {
        return detected(unit, "odometers go on from file to file");
    }

    public boolean isAssumed() {
        return certainty == Certainty.ASSUMED;
    }
}
